/** A task of the guide. Names in “…” are those that stand on the page: a browser test finds its way by them alone. */
export interface GuideTask {
  /** Also the address within the page. */
  readonly id: string;
  readonly title: string;
  /** When one does this, one sentence. */
  readonly when: string;
  readonly steps: readonly string[];
  readonly notes?: readonly string[];
  /** A picture made by `npm run screenshots:console -- --guide`, and what it shows. */
  readonly picture?: { readonly name: GuidePicture; readonly alt: string };
}

export type GuidePicture = 'danh-sach' | 'le-phi' | 'giay-to' | 'hai-ban';

export const guideWords = {
  title: 'Hướng dẫn',
  intro: 'Mỗi việc làm theo từng bước. Chữ trong ngoặc kép là chữ trên nút hoặc trên ô.',
  contents: 'Các việc',
  notes: 'Lưu ý',
} as const;

export const guide: readonly GuideTask[] = [
  {
    id: 'dang-nhap',
    title: 'Đăng nhập lần đầu',
    when: 'Khi người quản trị của đơn vị gửi cho anh/chị một đường dẫn mời.',
    steps: [
      'Mở đường dẫn trong thư mời. Đường dẫn chỉ dùng được một lần.',
      'Đặt mật khẩu dài. Một câu bốn, năm từ dễ nhớ là tốt nhất.',
      'Người duyệt và người quản trị cài thêm mã trên điện thoại: quét hình bằng ứng dụng xác thực rồi nhập 6 số.',
      'Chép các mã dự phòng ra giấy và cất đi. Mỗi mã dùng được một lần khi không có điện thoại.',
    ],
    notes: ['Hết phiên khi đang viết thì đăng nhập lại ngay trên trang. Chữ đã gõ vẫn còn.'],
  },
  {
    id: 'moi-can-bo',
    title: 'Mời cán bộ',
    when: 'Khi có người mới cùng làm. Việc này do người quản trị của đơn vị làm.',
    steps: [
      'Trong mục lục, bấm “Cán bộ”, rồi bấm “Mời cán bộ”.',
      'Gõ “Họ và tên” và “Thư điện tử” của người ấy, rồi chọn quyền.',
      'Bấm “Tạo đường dẫn mời”, rồi bấm “Chép đường dẫn”.',
      'Gửi đường dẫn cho đúng người ấy, ví dụ qua Zalo riêng. Đừng gửi vào nhóm.',
      'Người ấy làm tiếp theo phần “Đăng nhập lần đầu”.',
    ],
    notes: [
      'Đường dẫn chỉ hiện một lần. Lỡ đóng thì bấm “Rút lời mời” rồi mời lại.',
      'Nên có ít nhất hai người duyệt: không ai duyệt được bản của chính mình.',
      'Người đã nghỉ việc: mở “Việc khác” ở dòng của người ấy, chọn “Khóa tài khoản”.',
    ],
  },
  {
    id: 'mat-dien-thoai',
    title: 'Mất điện thoại',
    when: 'Khi mất hoặc đổi chiếc điện thoại dùng để lấy mã đăng nhập.',
    steps: [
      'Ở bước nhập mã, bấm “Dùng mã dự phòng” rồi nhập một mã đã cất.',
      'Vào được rồi thì mở “Tài khoản của tôi”, bấm “Cài sang điện thoại mới”.',
      'Xem “Phiên đang mở”. Thấy máy không phải của mình thì đóng phiên đó và bấm “Đổi mật khẩu”.',
      'Không còn mã dự phòng nào thì gặp người quản trị của đơn vị.',
      'Người quản trị bấm “Cán bộ”, mở “Việc khác” ở dòng của người ấy, chọn “Gỡ mã trên điện thoại đã mất”.',
      'Lần đăng nhập sau, người mất điện thoại cài lại mã trên điện thoại mới.',
    ],
    notes: [
      'Người quản trị chỉ gỡ khi chắc chắn đúng người, tốt nhất là gặp mặt.',
      'Còn vài mã dự phòng thì bấm “Tạo bộ mã dự phòng mới” trong “Tài khoản của tôi”.',
    ],
  },
  {
    id: 'doi-le-phi',
    title: 'Đổi một mức lệ phí',
    when: 'Khi có mức thu mới từ một ngày.',
    steps: [
      'Trong mục lục, bấm “Nội dung”.',
      'Gõ tên thủ tục vào ô “Tìm theo tên hoặc từ khóa”, rồi bấm vào tên thủ tục trong danh sách.',
      'Bấm phần “Lệ phí”. Trên điện thoại, chọn phần này ở ô “Các phần”.',
      'Bấm vào mức cần đổi để mở ra, rồi bấm “Mức mới từ một ngày”.',
      'Gõ số tiền vào ô “Số tiền mới”, xem lại ngày ở ô “Áp dụng từ ngày”, rồi bấm “Tạo mức mới”.',
      'Chờ đến khi hiện “Đã lưu lúc”, rồi bấm “Gửi duyệt”.',
      'Viết vào ô “Ghi chú cho người duyệt” mức đổi theo văn bản nào, rồi bấm “Gửi”.',
      'Nhờ người duyệt làm tiếp theo phần “Duyệt một bản nháp”.',
    ],
    notes: [
      'Mức cũ tự dừng vào hôm trước. Người dân hỏi hôm nào thì nhận mức của hôm đó.',
      'Có văn bản mới thì mở mức vừa tạo, bấm “Thêm nguồn mới” và ghi tên văn bản, ngày, địa chỉ web.',
      'Chưa biết mức chính thức thì chọn “Chưa biết mức chính thức”. Đừng ghi 0: số 0 nghĩa là miễn phí.',
    ],
    picture: { name: 'le-phi', alt: 'Phần Lệ phí của một thủ tục: các mức, và nút Mức mới từ một ngày.' },
  },
  {
    id: 'duyet',
    title: 'Duyệt một bản nháp',
    when: 'Khi đồng nghiệp gửi duyệt. Không ai duyệt được bản của chính mình.',
    steps: [
      'Trong mục lục, bấm “Duyệt”, rồi bấm vào tên bản nháp.',
      'Xem “Khác gì”: từng ô trước và sau khi sửa.',
      'Xem “Người dân sẽ nghe khác”: những câu người dân sẽ được nói khác đi.',
      'Đúng thì bấm nút “Duyệt”. Chưa đúng thì viết vào ô “Lời nhắn cho người viết” và bấm “Trả lại”.',
      'Bấm “Xem tiến độ đăng” để theo dõi. Máy kiểm tra lại toàn bộ rồi mới đăng, thường dưới một phút.',
    ],
    notes: ['Máy không đăng khi còn lỗi hoặc khi trợ lý hiểu kém hơn trước, và nói rõ vì sao.'],
  },
  {
    id: 'sua-giay-to',
    title: 'Sửa giấy tờ và điều kiện của giấy tờ',
    when: 'Khi một giấy tờ chỉ cần cho một số trường hợp.',
    steps: [
      'Mở thủ tục từ mục “Nội dung”, bấm phần “Giấy tờ”.',
      'Bấm vào giấy tờ cần sửa, hoặc bấm “Thêm giấy tờ”.',
      'Ở “Ai cần giấy này”, chọn “Chỉ một số trường hợp”.',
      'Chọn “Câu hỏi” và các “Câu trả lời là”. Dòng “Đọc là” cho biết điều kiện đọc thành câu thế nào.',
      'Cần thêm điều kiện thì đổi “Loại điều kiện” thành “Tất cả các điều sau” hoặc “Một trong các điều sau”.',
    ],
    notes: [
      'Chưa rõ điều kiện thì chọn “Tùy trường hợp, cán bộ xem từng hồ sơ”. Người dân được nói là cần hỏi cán bộ.',
    ],
    picture: { name: 'giay-to', alt: 'Một giấy tờ với điều kiện chọn bằng câu hỏi và câu trả lời.' },
  },
  {
    id: 'them-cau-hoi',
    title: 'Thêm một câu hỏi thường gặp',
    when: 'Khi người dân hay hỏi điều trợ lý chưa biết. Việc này do tài khoản cấp thành phố làm.',
    steps: [
      'Ở đầu trang chọn đơn vị “Chung cho cả thành phố”. Bấm “Nội dung”, rồi ở ô “Loại nội dung” chọn “Câu hỏi thường gặp”.',
      'Bấm “Thêm câu hỏi”, gõ tên ngắn, bấm “Bắt đầu viết”.',
      'Viết “Câu trả lời” bằng câu ngắn, gọi người dân là anh/chị.',
      'Bấm phần “Câu mẫu”, dán các câu người dân hay hỏi, mỗi câu một dòng. Nên có từ 6 câu khác nhau.',
      'Ghi nguồn ở phần “Nguồn và ngày”, rồi bấm “Gửi duyệt”.',
    ],
    notes: ['Mục “Câu hỏi cần xem” gom sẵn những câu trợ lý chưa trả lời được.'],
  },
  {
    id: 'dang-thong-bao',
    title: 'Đăng một thông báo',
    when: 'Khi có điều chỉ đúng trong một thời gian: nghỉ lễ, mất điện, cổng bảo trì.',
    steps: [
      'Bấm “Nội dung”, ở ô “Loại nội dung” chọn “Thông báo”, rồi bấm “Thêm thông báo”.',
      'Gõ một, hai câu vào ô “Nội dung”.',
      'Chọn “Từ ngày” và “Đến hết ngày”. Hết ngày thì thông báo tự mất.',
      'Bấm “Gửi duyệt”.',
    ],
  },
  {
    id: 'lien-he',
    title: 'Sửa điện thoại, địa chỉ, giờ làm việc',
    when: 'Khi đơn vị đổi nơi tiếp dân hoặc giờ làm việc.',
    steps: [
      'Bấm “Nội dung”, ở ô “Loại nội dung” chọn “Liên hệ, giờ làm việc”, rồi bấm vào tên đơn vị.',
      'Bấm vào nơi liên hệ, sửa “Điện thoại”, “Địa chỉ” hoặc “Giờ làm việc”.',
      'Ở “Đã kiểm tra chưa”, chọn “Đã kiểm tra”. Nơi chưa kiểm tra thì trợ lý không nói với người dân.',
      'Bấm “Gửi duyệt”.',
    ],
  },
  {
    id: 'anh-man-hinh',
    title: 'Thay hình vẽ bằng ảnh chụp màn hình',
    when: 'Khi hình vẽ của một bước không còn giống màn hình thật. Việc này do tài khoản cấp thành phố làm.',
    steps: [
      'Chụp màn hình của bước đó bằng điện thoại hoặc máy tính. Che tên, số giấy tờ, số điện thoại của người thật.',
      'Ở đầu trang chọn đơn vị “Chung cho cả thành phố”. Bấm “Nội dung”, rồi ở ô “Loại nội dung” chọn “Hình minh họa”.',
      'Bấm vào tên bước trong danh sách, rồi bấm “Chọn ảnh”.',
      'Nhìn ảnh hiện ra: chữ có đọc được không, còn sót tên hay số của ai không.',
      'Viết vào ô “Mô tả bằng lời” hình cho thấy gì, bấm vào đâu. Xem lại “Ngày chụp”.',
      'Chờ đến khi hiện “Đã lưu lúc”, rồi bấm “Gửi duyệt”.',
      'Nhờ người duyệt làm tiếp theo phần “Duyệt một bản nháp”. Người duyệt thấy đúng ảnh này.',
    ],
    notes: [
      'Chỉ nhận ảnh PNG, JPEG hoặc WebP, tối đa 5 MB. Máy tự thu nhỏ và xóa vị trí ghi trong ảnh.',
      'Muốn trở lại hình vẽ thì bấm “Bỏ ảnh, dùng lại hình vẽ”, rồi gửi duyệt.',
      'Ảnh đã tải lên mà không dùng ở đâu thì tự bị xóa sau 30 ngày.',
    ],
  },
  {
    id: 'xem-truoc',
    title: 'Xem trước người dân sẽ thấy gì',
    when: 'Khi muốn chắc câu trả lời đúng cho từng trường hợp.',
    steps: [
      'Mở một mục. Khung “Xem trước” ở bên phải; trên điện thoại bấm nút “Xem trước”.',
      'Chọn kênh: “Cổng”, “Zalo” hoặc “Messenger”.',
      'Mở “Trường hợp” để chọn ngày, cách nộp và câu trả lời của người dân.',
      'Với thủ tục, mở “Sơ đồ hướng dẫn” để xem các câu hỏi và bước theo thứ tự.',
    ],
  },
  {
    id: 'mat-mang',
    title: 'Mất mạng, lỡ đóng trang, hai người cùng sửa',
    when: 'Khi có sự cố lúc đang viết.',
    steps: [
      'Dòng “Chưa lưu được, sẽ thử lại” nghĩa là máy chủ chưa nhận được. Cứ viết tiếp, có mạng thì tự lưu.',
      'Lỡ đóng trang thì mở lại mục đó trên cùng máy: chữ đã gõ hiện lại.',
      'Khi hiện “Có hai bản khác nhau”, chọn từng ô giữ bản nào, rồi bấm “Dùng các lựa chọn này”.',
    ],
    picture: { name: 'hai-ban', alt: 'Hai bản của một mục đặt cạnh nhau, mỗi ô chọn một bản.' },
  },
  {
    id: 'quay-lai',
    title: 'Quay lại bản cũ',
    when: 'Khi vừa đăng nhầm.',
    steps: [
      'Bấm “Phát hành”. Mỗi lần đăng là một bản có số.',
      'Bấm “Xem đã đổi gì” để chắc đúng bản.',
      'Tài khoản cấp thành phố bấm “Quay lại bản này”. Không có gì bị xóa.',
    ],
    notes: ['Đơn vị muốn bỏ chỗ ghi riêng thì vào “Khác bản chung”, bấm “Dùng lại bản chung”.'],
  },
  {
    id: 'ra-soat',
    title: 'Rà soát: vẫn đúng',
    when: 'Mỗi tuần một lần, để câu trả lời không cũ đi.',
    steps: [
      'Trong mục lục, bấm “Rà soát”. Mỗi dòng nói vì sao phải xem lại.',
      'Bấm “Tôi nhận” để người khác biết anh/chị đang xem.',
      'Còn đúng thì bấm “Vẫn đúng”. Ở “Đã so với nguồn nào”, chọn nguồn, bấm “Mở nguồn này” và so lại.',
      'Xem ngày ở ô “Xem lại trước ngày”, rồi bấm “Xác nhận vẫn đúng”.',
      'Không còn đúng thì bấm “Sửa”, sửa rồi bấm “Gửi duyệt”.',
    ],
    notes: [
      'Người thứ hai duyệt xong thì ngày mới có hiệu lực.',
      'Có nguồn mới hơn thì chọn “Nguồn khác…” và ghi “Tên văn bản hoặc trang”.',
    ],
  },
  {
    id: 'tim-noi-dung',
    title: 'Tìm mục cần xem lại',
    when: 'Mỗi tuần một lần, hoặc khi có văn bản mới.',
    steps: [
      'Bấm “Nội dung”, ở ô “Chỉ hiện” chọn “Quá ngày xem lại” hoặc “Nguồn yếu”.',
      'Mở từng mục, so với nguồn. Còn đúng thì sửa “Đúng đến ngày” và “Ngày phải xem lại” ở phần “Nguồn và ngày”.',
      'Bấm “Gửi duyệt”.',
    ],
    picture: { name: 'danh-sach', alt: 'Danh sách nội dung với ô loại nội dung, ô tìm và ô chỉ hiện.' },
  },
  {
    id: 'hoi-thu',
    title: 'Hỏi thử và chỉ lại cho trợ lý',
    when: 'Khi muốn biết trợ lý hiểu một câu thế nào, hoặc thấy trợ lý hiểu nhầm.',
    steps: [
      'Trong mục lục, bấm “Hỏi thử”.',
      'Gõ vào ô “Câu của người dân” đúng như người dân gõ, rồi bấm “Hỏi”.',
      'Xem “Trợ lý hiểu thế nào”, “Người dân sẽ thấy” và “Câu trả lời dựa vào đâu”.',
      'Hiểu nhầm thì bấm “Lẽ ra phải là …”, chọn việc đúng ở ô “Việc mà người dân hỏi”.',
      'Sửa câu ở ô “Câu mẫu” cho gọn, bỏ tên người và số điện thoại.',
      'Bấm “Xem tác động trước khi lưu” nếu muốn biết câu nào khác sẽ đổi, rồi bấm “Lưu bản nháp”.',
    ],
    notes: [
      'Câu gõ ở trang này không được ghi lại.',
      'Bản nháp còn phải gửi duyệt: bấm “Mở mục này” rồi làm như khi đổi một mức lệ phí.',
    ],
  },
  {
    id: 'cau-hoi-can-xem',
    title: 'Xem những câu trợ lý chưa trả lời được',
    when: 'Mỗi tuần một lần, hoặc khi có người phản ánh.',
    steps: [
      'Trong mục lục, bấm “Câu hỏi cần xem”.',
      'Ở “Thông tin bị báo sai”, bấm “Mở mục để sửa”. Xem với nguồn mà vẫn đúng thì bấm “Đã kiểm tra, vẫn đúng”.',
      'Ở mỗi nhóm câu hỏi: đã có mục trả lời thì bấm “Đây là việc …”, chọn mục và bấm “Lưu bản nháp”.',
      'Chưa có mục nào trả lời: người sửa nội dung chung của thành phố bấm “Viết mục mới”.',
      'Không thuộc việc của mình thì bấm “Bỏ qua”.',
    ],
    notes: [
      'Chỉ hiện nhóm từ ba người hỏi, để không lộ chuyện riêng của ai.',
      'Lời của người dân giữ nhiều nhất 30 ngày. Người dân xóa cuộc trò chuyện thì lời mất ngay ở đây.',
    ],
  },
  {
    id: 'chay-thu',
    title: 'Chạy thử bản nháp trước khi duyệt',
    when: 'Khi muốn biết bản nháp làm đổi những câu trả lời nào.',
    steps: [
      'Trong mục lục, bấm “Chạy thử bản nháp”.',
      'Chọn bản nháp ở “Bản nháp muốn chạy thử”, rồi bấm “Chạy thử”.',
      'Xem “Câu hỏi của người dân trong 30 ngày”: mỗi nhóm có câu trả lời của “Bản đang dùng” và của “Bản nháp”.',
      'Xem “Bộ câu kiểm tra”: bao nhiêu câu tốt lên, bao nhiêu câu kém đi.',
    ],
    notes: ['Nhiều câu kém đi thì thêm câu mẫu cho việc bị nhầm, rồi chạy lại.'],
  },
  {
    id: 'hieu-den-dau',
    title: 'Tìm chỗ trợ lý hay nhầm',
    when: 'Mỗi tháng một lần, hoặc sau khi thêm nhiều câu mẫu.',
    steps: [
      'Trong mục lục, bấm “Trợ lý hiểu đến đâu”, rồi bấm “Soi lại”.',
      'Mở “Câu mẫu trùng nhau” trước, rồi “Hai việc dễ lẫn”. Mỗi phần có dòng “Nên làm”.',
      'Bấm vào tên việc để mở mục và sửa câu mẫu.',
    ],
  },
  {
    id: 'excel',
    title: 'Sửa nhiều mục bằng Excel',
    when: 'Khi cần sửa hàng loạt: lệ phí, câu mẫu, nơi liên hệ, ngày nghỉ, câu hỏi thường gặp.',
    steps: [
      'Trong mục lục, bấm “Nhập, xuất Excel”.',
      'Ở loại nội dung cần sửa, bấm “Tải Excel”. Mở tệp và đọc trang “Hướng dẫn” trong tệp.',
      'Sửa, thêm dòng rồi lưu. Giữ nguyên tên cột và tên trang tính.',
      'Bấm “Nhập tệp”, chọn tệp vừa lưu, rồi bấm “So sánh”.',
      'Có chỗ phải sửa thì máy chỉ rõ ô nào. Sửa trong tệp, lưu, chọn lại tệp.',
      'Xem “Khác gì với hiện nay”, viết “Ghi chú cho người duyệt”, rồi bấm nút lập bản nháp.',
      'Bấm vào tên từng bản nháp để xem lại, rồi bấm “Gửi duyệt tất cả”.',
    ],
    notes: [
      'Nhập tệp không đăng gì cả: chỉ lập bản nháp. Chữ anh/chị đang viết dở ở mục đó vẫn được giữ.',
      'Dòng không có trong tệp thì được giữ nguyên, trừ khi chọn “Bỏ đi những dòng không có trong tệp”.',
      'Dấu nháy đơn ở đầu ô, trước dấu =, +, -, @, là để Excel không hiểu nhầm thành công thức. Cứ để nguyên.',
    ],
  },
  {
    id: 'bao-cao',
    title: 'Xem báo cáo',
    when: 'Mỗi tuần, và đầu mỗi tháng để báo cáo lãnh đạo.',
    steps: [
      'Trong mục lục, bấm “Báo cáo”, rồi chọn “Kỳ báo cáo”.',
      'Xem từng hình; bấm “Xem bảng số” để có số chính xác.',
      'Bảng “Từng bước” cho biết người dân dừng lại nhiều ở bước nào.',
      'Bấm “Trang tháng cho lãnh đạo”, chọn “Tháng”, rồi bấm “In”.',
      'Cần số liệu để làm việc khác thì bấm “Excel (tất cả các bảng)”.',
    ],
    notes: [
      'Chỉ là số đếm. Lời của người dân chỉ hiện khi có từ ba người viết giống nhau, và không quá 30 ngày.',
      'Số dừng lại đếm những lần vào bước mà trong kỳ chưa thấy đi tiếp; có thể người dân làm tiếp vào hôm sau.',
    ],
  },
];
