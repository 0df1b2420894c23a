package dev.kontor.kernel.customer;

/** The unified social credit identifier (统一社会信用代码) and its check character, GB 32100-2015. */
final class CreditCode {

    /** Without I, O, S, V and Z. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int LENGTH = 18;

    private CreditCode() {}

    static boolean isRight(String code) {
        if (code.length() != LENGTH || code.chars().anyMatch(character -> CHARACTERS.indexOf(character) < 0)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        int check = (CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length();
        return CHARACTERS.charAt(check) == code.charAt(LENGTH - 1);
    }
}
