package org.cairn.intake;

import static org.cairn.intake.PstLetter.given;

import com.pff.PSTMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.jspecify.annotations.Nullable;

/// The head of a message in Outlook's store: as it came over the network where that was kept, else from what Outlook
/// knows.
final class PstHead {

    /// These say how the message was built on its way; here it is built anew.
    private static final Set<String> BUILT = Set.of("content-type", "content-transfer-encoding", "mime-version");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final PSTMessage message;
    private final List<String> lines = new ArrayList<>();

    PstHead(PSTMessage message) {
        this.message = message;
    }

    List<String> lines() {
        List<String> came = asItCame(given(message.getTransportMessageHeaders()));
        lines.addAll(came);
        if (!has("from")) {
            field("From", sender());
        }
        if (!has("to")) {
            field("To", given(message.getDisplayTo()));
        }
        if (!has("cc")) {
            field("Cc", given(message.getDisplayCC()));
        }
        if (!has("bcc")) {
            field("Bcc", given(message.getDisplayBCC()));
        }
        if (!has("date")) {
            date(message.getClientSubmitTime());
        }
        if (!has("date")) {
            date(message.getMessageDeliveryTime());
        }
        if (!has("subject")) {
            field("Subject", given(message.getSubject()));
        }
        if (!has("message-id")) {
            field("Message-ID", given(message.getInternetMessageId()));
        }
        if (!has("in-reply-to")) {
            field("In-Reply-To", given(message.getInReplyToId()));
        }
        field("X-Outlook-Class", given(message.getMessageClass()));
        return lines;
    }

    /// The fields of a head, whole with the lines that go on; whatever is none is left out.
    private static List<String> asItCame(String head) {
        List<String> fields = new ArrayList<>();
        boolean keeps = false;
        for (String line : head.lines().toList()) {
            boolean goesOn = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (!goesOn) {
                keeps = line.matches("[!-9;-~]+:.*")
                        && !BUILT.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT));
            }
            if (keeps && !line.isBlank()) {
                fields.add(line);
            }
        }
        return fields;
    }

    private boolean has(String name) {
        return lines.stream().anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"));
    }

    private String sender() {
        String name = given(message.getSenderName());
        String address = given(message.getSenderEmailAddress());
        boolean known = address.contains("@") && !address.equals(name);
        return known ? (name + " <" + address + ">").strip() : name;
    }

    private void field(String name, String value) {
        String flat = value.replaceAll("\\s+", " ").strip();
        if (!flat.isEmpty()) {
            lines.add(
                    name + ": " + EncoderUtil.encodeIfNecessary(flat, EncoderUtil.Usage.TEXT_TOKEN, name.length() + 2));
        }
    }

    private void date(@Nullable Date sent) {
        if (sent != null) {
            lines.add(
                    "Date: " + DATE.format(Instant.ofEpochMilli(sent.getTime()).atZone(ZoneOffset.UTC)));
        }
    }
}
