/** The accessibility statement, a page of its own: what holds, what does not yet, whom to tell. */
export const statement = {
  title: 'Trang này dễ dùng cho mọi người',
  back: 'Trở lại trợ lý',
  sections: [
    {
      heading: 'Chúng tôi hướng tới',
      lines: [
        'Ai cũng dùng được trang trợ lý: người mắt kém, người dùng trình đọc màn hình, người chỉ dùng bàn phím, người tay run, người ít đọc chữ.',
        'Chúng tôi theo chuẩn WCAG 2.2 mức AA (chuẩn quốc tế về trang web dễ dùng). Đây là kết quả tự kiểm tra, chưa có đơn vị độc lập đánh giá.',
      ],
    },
    {
      heading: 'Đã làm được',
      lines: [
        'Dùng được hết bằng bàn phím. Ô đang chọn luôn nhìn thấy.',
        'Trình đọc màn hình chỉ đọc tin mới, mỗi tin một lần.',
        'Chữ phóng to tới 400 % vẫn không phải kéo ngang. Có ba cỡ chữ, nền sáng, nền tối.',
        'Nút bấm cao ít nhất 44 điểm ảnh.',
        'Theo cài đặt của máy: ít chuyển động, tương phản cao.',
        'Nói thay vì viết, và nghe đọc to, ở máy có sẵn tính năng này.',
      ],
    },
    {
      heading: 'Chưa trọn vẹn',
      lines: [
        'Đọc to cần máy có giọng tiếng Việt. Máy không có thì nút không hiện.',
        'Nói thay vì viết chưa có ở mọi trình duyệt.',
        'Cổng Dịch vụ công và ứng dụng VNeID là trang khác, chúng tôi không sửa được.',
      ],
    },
    {
      heading: 'Anh/chị gặp khó khi dùng?',
      lines: [
        'Anh/chị gọi tổng đài thành phố Đồng Nai 0251.1022, hoặc hỏi tại Trung tâm Phục vụ hành chính công của phường, xã. Nói rõ anh/chị đang làm gì và vướng ở đâu.',
      ],
    },
  ],
} as const;
