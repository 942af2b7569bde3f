package org.cairn.domain.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What values come to when they are compared or reckoned with, as XPath has it, and dates as the days they are.
final class Values {

    private static final Pattern DAY = Pattern.compile("\\d{4}(?:-\\d{2}){0,2}(?:T.*)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,300}(?:\\.\\d{0,300})?|\\.\\d{1,300})");

    private Values() {}

    static boolean truth(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0 && !Double.isNaN(number.doubleValue());
            default -> !text(value).isEmpty();
        };
    }

    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean truth -> truth ? "true" : "false";
            case Number number -> plain(number);
            case List<?> list ->
                String.join(" ", list.stream().map(Values::text).toList());
            // of a date that is known by its words the first day it can be is reckoned with
            case Map<?, ?> map -> {
                Object first = map.containsKey("earliest") ? map.get("earliest") : map.get("edtf");
                yield first == null ? "" : String.valueOf(first);
            }
            default -> String.valueOf(value);
        };
    }

    private static String plain(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(number);
    }

    static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        String text = text(value).strip();
        return text.length() <= 300 && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    static boolean compare(Object left, String sign, Object right) {
        boolean same = same(left, right);
        return switch (sign) {
            case "=" -> same;
            case "!=" -> !same;
            default -> ordered(left, sign, right);
        };
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof Boolean || right instanceof Boolean) {
            return said(left) == said(right);
        }
        double first = number(left);
        double second = number(right);
        return Double.isNaN(first) || Double.isNaN(second) ? text(left).equals(text(right)) : first == second;
    }

    /// A yes that was kept as a truth value is the `yes`, `true` or `1` that a condition compares it with.
    private static boolean said(Object value) {
        return value instanceof String text
                ? !Arrays.asList("", "no", "false", "0", "n")
                        .contains(text.strip().toLowerCase(java.util.Locale.ROOT))
                : truth(value);
    }

    private static boolean ordered(Object left, String sign, Object right) {
        double first = number(left);
        double second = number(right);
        double way = first - second;
        if (Double.isNaN(first) || Double.isNaN(second)) {
            String one = text(left);
            String other = text(right);
            if (!DAY.matcher(one).matches() || !DAY.matcher(other).matches()) {
                return false;
            }
            way = one.compareTo(other);
        }
        return switch (sign) {
            case "<" -> way < 0;
            case ">" -> way > 0;
            case "<=" -> way <= 0;
            default -> way >= 0;
        };
    }

    static Object worked(Object left, String sign, Object right) {
        double first = number(left);
        double second = number(right);
        return switch (sign) {
            case "+" -> first + second;
            case "-" -> first - second;
            case "*" -> first * second;
            case "div" -> first / second;
            default -> first % second;
        };
    }
}
