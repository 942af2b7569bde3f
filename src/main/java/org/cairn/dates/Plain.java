package org.cairn.dates;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words without what writing them differently changes: case, accents, marks of direction, forms of letters and digits.
final class Plain {

    private static final Pattern HAN_NUMBER = Pattern.compile("[〇零○一二三四五六七八九十百千两兩廿卅]+");
    private static final Pattern APPROXIMATE = Pattern.compile("[一二三四五六七八九两]{2}");
    private static final Pattern ORDINAL_MARKS =
            Pattern.compile("[ºª°ʻʼʿʾ`´\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]");
    private static final int ASCII = 0x80;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Map<Integer, Integer> LETTERS = letters();

    private Plain() {}

    static String of(String words) {
        return words.chars().allMatch(letter -> letter < ASCII && letter != '`')
                ? words.toLowerCase(Locale.ROOT)
                : unfolded(words);
    }

    private static String unfolded(String words) {
        String bare = ORDINAL_MARKS.matcher(words).replaceAll("");
        String apart = Normalizer.normalize(bare, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        // й is a letter of its own, not an accented one
        String unmarked = MARKS.matcher(apart.replace("и\u0306", "й")).replaceAll("");
        StringBuilder plain = new StringBuilder();
        unmarked.codePoints().forEach(point -> plain.appendCodePoint(letter(point)));
        return numbers(plain.toString());
    }

    private static int letter(int point) {
        int digit = Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(point, 10) : -1;
        return digit >= 0 ? '0' + digit : LETTERS.getOrDefault(point, point);
    }

    /// Chinese numbers as digits.
    private static String numbers(String words) {
        Matcher number = HAN_NUMBER.matcher(words);
        StringBuilder plain = new StringBuilder();
        while (number.find()) {
            String rest = words.substring(number.end());
            number.appendReplacement(plain, digits(number.group(), rest));
        }
        return number.appendTail(plain).toString();
    }

    private static String digits(String written, String rest) {
        String number =
                written.replace('零', '〇').replace('○', '〇').replace("廿", "二十").replace("卅", "三十");
        if (inSequence(number) && !(rest.startsWith("年") && !rest.startsWith("年前"))) {
            // 两三年前: two or three
            return digit(number.charAt(0)) + "或" + digit(number.charAt(1));
        }
        int pair = pair(number);
        if (pair >= 0) {
            // 六七十: sixty or seventy
            return value(number.substring(0, pair + 1) + number.substring(pair + 2))
                    + "或"
                    + value(number.substring(0, pair) + number.substring(pair + 1));
        }
        number = number.replace('两', '二');
        if (number.codePoints().noneMatch(point -> "十百千".indexOf(point) >= 0)) {
            StringBuilder digits = new StringBuilder();
            number.chars().forEach(letter -> digits.append(DIGITS.indexOf(letter)));
            return digits.toString();
        }
        return String.valueOf(value(number));
    }

    private static boolean inSequence(String number) {
        return APPROXIMATE.matcher(number).matches() && digit(number.charAt(1)) == digit(number.charAt(0)) + 1;
    }

    /// Where two digits stand in a row beside a power of ten; -1 where none do.
    private static int pair(String number) {
        boolean powers = number.codePoints().anyMatch(point -> "十百千".indexOf(point) >= 0);
        for (int i = 0; powers && i + 1 < number.length(); i++) {
            if (digit(number.charAt(i)) > 0 && digit(number.charAt(i + 1)) == digit(number.charAt(i)) + 1) {
                return i;
            }
        }
        return -1;
    }

    private static int digit(char letter) {
        return letter == '两' ? 2 : DIGITS.indexOf(letter);
    }

    private static int value(String number) {
        int sum = 0;
        int digit = 0;
        for (char letter : number.toCharArray()) {
            int power = "十百千".indexOf(letter);
            if (power < 0) {
                digit = DIGITS.indexOf(letter);
            } else {
                sum += Math.max(digit, 1) * (int) Math.pow(10, power + 1);
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static Map<Integer, Integer> letters() {
        Map<Integer, Integer> letters = new HashMap<>();
        Vocabulary.read("letters")
                .forEach((from, to) -> from.codePoints().forEach(point -> letters.put(point, to.codePointAt(0))));
        return letters;
    }
}
