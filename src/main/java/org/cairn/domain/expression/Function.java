package org.cairn.domain.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The functions an expression may call.
enum Function {
    SELECTED("selected", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return chosen(given.getFirst()).contains(Values.text(given.get(1)));
        }
    },
    COUNT_SELECTED("count-selected", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return (double) chosen(given.getFirst()).size();
        }
    },
    COUNT("count", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return given.getFirst() instanceof List<?> list
                    ? (double) list.size()
                    : (Values.text(given.getFirst()).isEmpty() ? 0.0 : 1.0);
        }
    },
    NOT("not", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return !Values.truth(given.getFirst());
        }
    },
    TRUE("true", 0, 0) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return true;
        }
    },
    FALSE("false", 0, 0) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return false;
        }
    },
    BOOLEAN("boolean", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.truth(given.getFirst());
        }
    },
    NUMBER("number", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.number(given.getFirst());
        }
    },
    INT("int", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            double number = Values.number(given.getFirst());
            return number < 0 ? Math.ceil(number) : Math.floor(number);
        }
    },
    ROUND("round", 1, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            double scale = given.size() > 1 ? Math.pow(10, Values.number(given.get(1))) : 1;
            return Math.floor(Values.number(given.getFirst()) * scale + 0.5) / scale;
        }
    },
    STRING("string", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst());
        }
    },
    STRING_LENGTH("string-length", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            String text = Values.text(given.getFirst());
            return (double) text.codePointCount(0, text.length());
        }
    },
    NORMALIZE_SPACE("normalize-space", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return String.join(" ", Values.text(given.getFirst()).strip().split("\\s+"));
        }
    },
    CONTAINS("contains", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst()).contains(Values.text(given.get(1)));
        }
    },
    STARTS_WITH("starts-with", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst()).startsWith(Values.text(given.get(1)));
        }
    },
    ENDS_WITH("ends-with", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst()).endsWith(Values.text(given.get(1)));
        }
    },
    REGEX("regex", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Pattern.fits(Values.text(given.getFirst()), Values.text(given.get(1)));
        }
    },
    DATE("date", 1, 1) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst());
        }
    },
    TODAY("today", 0, 0) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return scope.today().toString();
        }
    },
    IF("if", 3, 3) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.truth(given.getFirst()) ? given.get(1) : given.get(2);
        }
    },
    COALESCE("coalesce", 2, 2) {
        @Override
        Object of(List<Object> given, Scope scope) {
            return Values.text(given.getFirst()).isEmpty() ? given.get(1) : given.getFirst();
        }
    };

    private final String name;
    private final int least;
    private final int most;

    Function(String name, int least, int most) {
        this.name = name;
        this.least = least;
        this.most = most;
    }

    /// The function of a name that takes so many values, where there is one.
    static Optional<Function> named(String name, int given) {
        return Arrays.stream(values())
                .filter(one -> one.name.equals(name) && given >= one.least && given <= one.most)
                .findFirst();
    }

    abstract Object of(List<Object> given, Scope scope);

    Node applied(List<Node> given) {
        List<Node> arguments = List.copyOf(given);
        return scope ->
                of(arguments.stream().map(argument -> argument.value(scope)).toList(), scope);
    }

    private static List<String> chosen(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Values::text).toList()
                : Arrays.stream(Values.text(value).split("\\s+"))
                        .filter(code -> !code.isEmpty())
                        .toList();
    }
}
