package org.cairn.bundle;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.cairn.domain.custody.CustodyEvent;

/// What happened to one exhibit, as JSON: with hashes and signatures, so that others can check every line.
final class CustodyExtract {

    private final StringBuilder json = new StringBuilder();

    private CustodyExtract() {}

    static byte[] of(PlannedExhibit exhibit) {
        CustodyExtract extract = new CustodyExtract();
        extract.write(exhibit);
        return extract.json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(PlannedExhibit exhibit) {
        json.append("{\n  \"mark\": ").append(quoted(exhibit.mark()));
        json.append(",\n  \"reference\": ").append(quoted(exhibit.reference().toString()));
        json.append(",\n  \"sha256\": ").append(quoted(exhibit.content().hash().hex()));
        json.append(",\n  \"events\": [");
        Iterator<CustodyEvent> events = exhibit.custody().iterator();
        while (events.hasNext()) {
            event(events.next());
            json.append(events.hasNext() ? "," : "\n  ");
        }
        json.append("]\n}\n");
    }

    private void event(CustodyEvent event) {
        HexFormat hex = HexFormat.of();
        json.append("\n    {\"sequence\": ").append(event.sequence());
        field("at", event.at().toString());
        field("actor", event.actor());
        field("action", event.action());
        event.subject().ifPresent(subject -> field("subject", subject.toString()));
        json.append(", \"details\": {");
        Iterator<Map.Entry<String, String>> details = event.details().entrySet().iterator();
        while (details.hasNext()) {
            Map.Entry<String, String> detail = details.next();
            json.append(quoted(detail.getKey())).append(": ").append(quoted(detail.getValue()));
            json.append(details.hasNext() ? ", " : "");
        }
        json.append('}');
        field("previous", event.previous().hex());
        field("hash", event.hash().hex());
        field("signature", hex.formatHex(event.signature()));
        field("signer", hex.formatHex(event.signer()));
        json.append('}');
    }

    private void field(String name, String value) {
        json.append(", ").append(quoted(name)).append(": ").append(quoted(value));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
