/** What the publishing room says to officers in a fixed place. Faults are said by `plain-faults.ts`. */
export const words = {
  calendar: (year: string): string => `Lịch nghỉ năm ${year}`,
  flow: 'Các bước chung trên Cổng dịch vụ công',
  cityContacts: 'Đầu mối liên hệ dùng chung toàn thành phố',
};
