package org.cairn.ui.search;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.i18n.Messages;

/// One line that always says what a search could not look at.
final class UnseenLine {

    private UnseenLine() {}

    static String of(Messages own, Unseen unseen) {
        List<String> parts = new ArrayList<>();
        if (unseen.waiting() > 0) {
            parts.add(own.text("unseen.waiting", unseen.waiting()));
        }
        if (unseen.unread() > 0) {
            parts.add(own.text("unseen.unread", unseen.unread()));
        }
        if (unseen.awaitingOcr() > 0) {
            parts.add(own.text("unseen.ocr", unseen.awaitingOcr()));
        }
        if (unseen.noPermission() > 0) {
            parts.add(own.text("unseen.permission", unseen.noPermission()));
        }
        if (unseen.undated() > 0) {
            parts.add(own.text("unseen.undated", unseen.undated()));
        }
        return parts.isEmpty()
                ? own.text("unseen.nothing")
                : own.text("unseen.line", String.join(own.text("unseen.between"), parts));
    }
}
