package org.cairn.domain.query;

import java.util.List;

/// What keeps a query to the words that were typed: `synonyms:none` beside the rest of it.
public final class SynonymSwitch {

    /// The name of the field.
    public static final String FIELD = "synonyms";

    private static final String NONE = "none";

    private SynonymSwitch() {}

    /// Whether a query wants no other words than those it names.
    public static boolean isOff(Asked asked) {
        return parts(asked).stream().anyMatch(SynonymSwitch::is);
    }

    /// What it asks for besides.
    public static Asked rest(Asked asked) {
        List<Asked> rest = parts(asked).stream().filter(part -> !is(part)).toList();
        if (rest.size() == parts(asked).size()) {
            return asked;
        }
        return switch (rest.size()) {
            case 0 -> new Asked.Everything(asked.at());
            case 1 -> rest.getFirst();
            default -> new Asked.All(asked.at(), rest);
        };
    }

    private static List<Asked> parts(Asked asked) {
        return asked instanceof Asked.All all ? all.parts() : List.of(asked);
    }

    private static boolean is(Asked part) {
        return part instanceof Asked.Within within
                && within.field().equals(FIELD)
                && within.value() instanceof Asked.Word word
                && word.text().equalsIgnoreCase(NONE);
    }
}
