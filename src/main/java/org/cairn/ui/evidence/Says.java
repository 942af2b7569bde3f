package org.cairn.ui.evidence;

import java.util.List;
import java.util.Map;
import org.cairn.domain.reading.Reading;
import org.cairn.i18n.Messages;

/// What a file says of itself, under names that people read. Places on a map are numbers here: nothing leads to one.
final class Says {

    static final List<String> PICTURE = List.of(
            "created", "modified", "camera", "width", "height", "latitude", "longitude", "author", "title", "program");
    static final String REFERENCES = "references";
    static final List<String> MESSAGE = List.of("from", "to", "cc", "sent", "created", "subject");

    private Says() {}

    /// The name of something a file says; as the file has it where nobody named it.
    static String name(Messages own, String key) {
        return own.has("says." + key) ? own.text("says." + key) : key;
    }

    /// Some of what it says, in this order; what it does not say is left out.
    static Facts some(String id, Messages own, Item item, List<String> keys) {
        Map<String, String> told = item.reading().map(Reading::metadata).orElse(Map.of());
        Facts facts = new Facts(id);
        boolean sent = told.containsKey("sent");
        for (String key : keys) {
            if (told.containsKey(key) && !(sent && key.equals("created"))) {
                facts.with(name(own, key), told.get(key));
            }
        }
        return facts;
    }
}
