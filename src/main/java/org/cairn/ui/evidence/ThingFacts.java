package org.cairn.ui.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cairn.domain.EvidenceItem;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Words;

/// What a thing without a file is known by, each with its name.
final class ThingFacts {

    private ThingFacts() {}

    static Map<String, String> of(EvidenceItem thing, Words words) {
        Messages own = words.of("evidence");
        Map<String, String> facts = new LinkedHashMap<>();
        thing.object().ifPresent(object -> {
            facts.put(own.text("thing.description"), object.description());
            facts.put(own.text("thing.marks"), object.marks());
        });
        return facts;
    }
}
