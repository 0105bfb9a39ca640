/** What the product is called, the same in every language: the name under which the bot speaks. */
export const PRODUCT_NAME = 'Trợ lý Nộp hồ sơ';
