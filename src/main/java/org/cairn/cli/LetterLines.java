package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.cairn.archive.Letter;

/// The messages that one was exchanged with, first to last.
final class LetterLines {

    private LetterLines() {}

    static ArrayNode of(List<Letter> letters) {
        ArrayNode all = Output.array();
        for (Letter letter : letters) {
            ObjectNode node = Output.object()
                    .put("ref", letter.item().reference().toString())
                    .put("standing", letter.standing().name())
                    .put("from", letter.from());
            letter.sent().ifPresent(sent -> node.put("sent", sent.toString()));
            all.add(node);
        }
        return all;
    }

    static void tell(List<Letter> letters, Output output) {
        if (letters.isEmpty()) {
            return;
        }
        output.line("");
        output.say("show.letters", letters.size());
        for (Letter letter : letters) {
            output.say(
                    "show.letter." + letter.standing().name(),
                    letter.item().reference().toString(),
                    letter.sent().map(Instant::toString).orElse("–"),
                    letter.from().isEmpty() ? "–" : letter.from(),
                    letter.item().title());
        }
    }
}
