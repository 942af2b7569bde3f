package org.cairn.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.Reference;

/// The sample's own names (`w:nurse`, `e:price-list`) and the references they were given when they were kept.
final class SampleKeys {

    private static final Pattern KEY = Pattern.compile("(?<![a-z])[wtelpvymb]:[a-z0-9][a-z0-9-]*");

    private final Map<String, Reference> references = new HashMap<>();

    void given(String key, Reference reference) {
        references.put(key, reference);
    }

    /// The same JSON, every name replaced by its reference.
    String resolved(String json) {
        return KEY.matcher(json)
                .replaceAll(name -> Matcher.quoteReplacement(of(name.group()).toString()));
    }

    private Reference of(String key) {
        Reference reference = references.get(key);
        if (reference == null) {
            throw new IllegalStateException("the sample names " + key + " before it is kept");
        }
        return reference;
    }
}
