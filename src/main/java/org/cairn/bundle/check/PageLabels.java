package org.cairn.bundle.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/// What a reader's page box says for each page (ISO 32000-1, 12.4.2).
final class PageLabels {

    private static final int DEPTH = 16;
    private static final COSName NUMS = COSName.getPDFName("Nums");
    private static final COSName START = COSName.getPDFName("St");

    private final TreeMap<Integer, COSDictionary> ranges = new TreeMap<>();

    private PageLabels() {}

    /// The labels in order; nothing where a page has none or one that is no plain number.
    static List<Optional<Integer>> of(ReadBack bundle) {
        PageLabels labels = new PageLabels();
        labels.read(bundle.catalog().getDictionaryObject(COSName.PAGE_LABELS), 0);
        List<Optional<Integer>> values = new ArrayList<>();
        for (int i = 0; i < bundle.pages().size(); i++) {
            values.add(labels.value(i));
        }
        return values;
    }

    private void read(@Nullable COSBase node, int depth) {
        if (!(node instanceof COSDictionary dictionary) || depth > DEPTH) {
            return;
        }
        if (dictionary.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
            for (int i = 0; i < kids.size(); i++) {
                read(kids.getObject(i), depth + 1);
            }
        }
        if (dictionary.getDictionaryObject(NUMS) instanceof COSArray pairs) {
            for (int i = 0; i + 1 < pairs.size(); i += 2) {
                if (pairs.getObject(i) instanceof COSInteger from
                        && pairs.getObject(i + 1) instanceof COSDictionary range) {
                    ranges.put(from.intValue(), range);
                }
            }
        }
    }

    private Optional<Integer> value(int index) {
        Map.Entry<Integer, COSDictionary> range = ranges.floorEntry(index);
        if (range == null || !isPlainNumber(range.getValue())) {
            return Optional.empty();
        }
        return Optional.of(range.getValue().getInt(START, 1) + index - range.getKey());
    }

    private static boolean isPlainNumber(COSDictionary range) {
        boolean prefixed = range.getDictionaryObject(COSName.P) instanceof COSString prefix
                && !prefix.getString().isEmpty();
        return "D".equals(range.getNameAsString(COSName.S)) && !prefixed;
    }
}
