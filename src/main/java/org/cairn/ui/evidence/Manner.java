package org.cairn.ui.evidence;

import java.util.Set;
import org.cairn.archive.Renditions;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.drawing.TableKind;
import org.cairn.ui.pages.Pictures;

/// How an item can be shown.
enum Manner {
    /// Page by page.
    PAGES,
    /// As a picture.
    PICTURE,
    /// As sheets of tables.
    SHEETS,
    /// As a message with its head and what came with it.
    MESSAGE,
    /// To be listened to, with what is said in it.
    SOUND,
    /// As the text that was read of it.
    TEXT,
    /// Only what is known of it, and its bytes.
    BYTES,
    /// A record with fields and no file.
    FIELDS;

    private static final Set<String> MESSAGES =
            Set.of("message/rfc822", "message/x-emlx", "application/vnd.ms-outlook", "application/mbox+message");

    static Manner of(Item open) {
        if (open.evidence().filter(item -> !item.physical()).isEmpty()) {
            return FIELDS;
        }
        boolean locked = open.reading()
                .map(read -> read.status() == ReadingStatus.ENCRYPTED)
                .orElse(false);
        return locked ? BYTES : of(open.mediaType(), open);
    }

    private static Manner of(String type, Item open) {
        if (type.equals("application/pdf") || type.equals("image/tiff")) {
            return PAGES;
        }
        if (Pictures.shows(type)) {
            return PICTURE;
        }
        if (TableKind.of(type).isPresent() || hidesTables(type, open)) {
            return SHEETS;
        }
        if (type.startsWith("audio/") || type.startsWith("video/")) {
            return SOUND;
        }
        if (MESSAGES.contains(type)) {
            return MESSAGE;
        }
        return open.reading().map(Reading::passages).orElse(0) > 0 ? TEXT : BYTES;
    }

    private static boolean hidesTables(String type, Item open) {
        return open.evidence()
                .filter(item -> Renditions.mayHideTables(type, item.fileName()))
                .isPresent();
    }
}
