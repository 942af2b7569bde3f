package org.cairn.pdf;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/// A page put together from what can still be read of it, where the library gives up at the first sign that is wrong.
final class Shards {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*+/Page(?![A-Za-z])");
    private static final String REFERENCE = "\\d{1,10}\\s+\\d{1,5}\\s+R\\b";
    private static final String LIST = "\\[[^\\[\\]<>()]{0,4000}+\\]";
    private static final String NAMED = "<<[^<>()]{0,4000}+>>";

    private static final List<Pattern> OF_A_PAGE = List.of(
            shard("Parent", REFERENCE),
            shard("Contents", REFERENCE + "|" + LIST),
            shard("MediaBox", REFERENCE + "|" + LIST),
            shard("CropBox", REFERENCE + "|" + LIST),
            shard("Rotate", "-?\\d{1,4}\\b"),
            shard("Annots", REFERENCE + "|" + LIST),
            shard("Resources", REFERENCE));

    private static final List<Pattern> OF_RESOURCES = List.of(
            shard("Font", REFERENCE + "|" + NAMED),
            shard("XObject", REFERENCE + "|" + NAMED),
            shard("ExtGState", REFERENCE + "|" + NAMED),
            shard("ColorSpace", REFERENCE + "|" + NAMED));

    private Shards() {}

    private static Pattern shard(String key, String value) {
        return Pattern.compile("/" + key + "\\s*(?:" + value + ")");
    }

    /// @param words the object as it is written
    /// @return nothing where it does not say that it is a page
    static @Nullable COSDictionary page(String words, COSDocument document) {
        if (!PAGE.matcher(words).find()) {
            return null;
        }
        COSDictionary page = found(OF_A_PAGE, words, document);
        page.setItem(COSName.TYPE, COSName.PAGE);
        if (!page.containsKey(COSName.RESOURCES)) {
            COSDictionary resources = found(OF_RESOURCES, words, document);
            if (resources.size() > 0) {
                page.setItem(COSName.RESOURCES, resources);
            }
        }
        return page;
    }

    private static COSDictionary found(List<Pattern> shards, String words, COSDocument document) {
        COSDictionary found = new COSDictionary();
        for (Pattern shard : shards) {
            Matcher place = shard.matcher(words);
            if (place.find() && read(place.group(), document) instanceof COSDictionary one) {
                found.addAll(one);
            }
        }
        return found;
    }

    private static @Nullable COSBase read(String shard, COSDocument document) {
        try {
            return new Pack.Member(1, "<<" + shard + ">>").read(document);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
