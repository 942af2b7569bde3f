package org.cairn.ui.common;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// Words put on an item, as they are typed: one after another, with the commas of any script between.
public final class Tags {

    private Tags() {}

    /// The words that were typed.
    public static Set<String> of(String typed) {
        return Arrays.stream(typed.split("[,،;，、]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Words as somebody would type them.
    public static String typed(Collection<String> tags) {
        return String.join(", ", tags);
    }
}
