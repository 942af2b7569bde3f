package org.cairn.ui.bundles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.Outline.Spot;

/// What the mouse carries within a draft: a place of its order, or records that are to be laid in. References alone,
/// never a word of theirs: what is dragged can be let go of over any window of the machine.
final class Carried {

    private static final DataFormat SPOT = new DataFormat("application/x-cairn-spot");
    private static final DataFormat RECORDS = new DataFormat("application/x-cairn-references");

    private Carried() {}

    static ClipboardContent of(Spot spot) {
        ClipboardContent content = new ClipboardContent();
        content.put(SPOT, spot.section() + "/" + spot.exhibit());
        return content;
    }

    static ClipboardContent of(List<Reference> records) {
        ClipboardContent content = new ClipboardContent();
        content.put(RECORDS, records.stream().map(Reference::toString).collect(Collectors.joining(",")));
        return content;
    }

    static boolean isIn(Dragboard board) {
        return board.hasContent(SPOT) || board.hasContent(RECORDS);
    }

    static Optional<Spot> spot(Dragboard board) {
        if (board.getContent(SPOT) instanceof String carried) {
            int slash = carried.indexOf('/');
            return Optional.of(new Spot(
                    Integer.parseInt(carried.substring(0, slash)), Integer.parseInt(carried.substring(slash + 1))));
        }
        return Optional.empty();
    }

    static List<Reference> records(Dragboard board) {
        return board.getContent(RECORDS) instanceof String carried
                ? Arrays.stream(carried.split(","))
                        .flatMap(one -> Reference.tryParse(one).stream())
                        .toList()
                : List.of();
    }
}
