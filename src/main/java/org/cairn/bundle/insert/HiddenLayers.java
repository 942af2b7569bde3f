package org.cairn.bundle.insert;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.jspecify.annotations.Nullable;

/// The optional content of a source that is off when the source is opened (ISO 32000-1, 8.11).
///
/// A bundle shows what its reader would see on opening the source. What is off stays behind, with a note: a hidden
/// layer carried along would come to light by a click, or at once, since the bundle has no list of layers.
final class HiddenLayers {

    private static final int NESTING = 16;
    private static final COSName OCGS = COSName.getPDFName("OCGs");
    private static final COSName VE = COSName.getPDFName("VE");

    private final Set<COSBase> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

    private HiddenLayers() {}

    static HiddenLayers of(COSDictionary catalog) {
        HiddenLayers layers = new HiddenLayers();
        if (catalog.getDictionaryObject(COSName.OCPROPERTIES) instanceof COSDictionary properties
                && properties.getDictionaryObject(COSName.D) instanceof COSDictionary opening) {
            if ("OFF".equals(opening.getNameAsString(COSName.BASE_STATE))) {
                layers.addAll(properties.getDictionaryObject(OCGS));
                layers.removeAll(opening.getDictionaryObject(COSName.getPDFName("ON")));
            }
            layers.addAll(opening.getDictionaryObject(COSName.getPDFName("OFF")));
        }
        return layers;
    }

    private void addAll(@Nullable COSBase groups) {
        if (groups instanceof COSArray array) {
            array.forEach(group -> hidden.add(resolved(group)));
            hidden.remove(null);
        }
    }

    private void removeAll(@Nullable COSBase groups) {
        if (groups instanceof COSArray array) {
            array.forEach(group -> hidden.remove(resolved(group)));
        }
    }

    private static @Nullable COSBase resolved(@Nullable COSBase value) {
        return value instanceof COSObject reference ? reference.getObject() : value;
    }

    boolean any() {
        return !hidden.isEmpty();
    }

    /// Whether this group, or membership in groups, is off.
    boolean hides(@Nullable COSBase content) {
        if (!any() || !(resolved(content) instanceof COSDictionary dictionary)) {
            return false;
        }
        if (hidden.contains(dictionary)) {
            return true;
        }
        if (!"OCMD".equals(dictionary.getNameAsString(COSName.TYPE))) {
            return false;
        }
        if (dictionary.getDictionaryObject(VE) instanceof COSArray expression) {
            return !shows(expression, 0);
        }
        return !membershipShows(dictionary);
    }

    private boolean membershipShows(COSDictionary membership) {
        COSBase groups = membership.getDictionaryObject(OCGS);
        if (groups instanceof COSDictionary one) {
            COSArray single = new COSArray();
            single.add(one);
            groups = single;
        }
        if (!(groups instanceof COSArray array) || array.size() == 0) {
            return true;
        }
        int off = 0;
        for (COSBase group : array) {
            off += hidden.contains(resolved(group)) ? 1 : 0;
        }
        String policy = membership.getNameAsString(COSName.P);
        return switch (policy == null ? "AnyOn" : policy) {
            case "AllOn" -> off == 0;
            case "AnyOff" -> off > 0;
            case "AllOff" -> off == array.size();
            default -> off < array.size();
        };
    }

    private boolean shows(@Nullable COSBase expression, int depth) {
        COSBase value = resolved(expression);
        if (!(value instanceof COSArray array) || array.size() == 0 || depth > NESTING) {
            return !hidden.contains(value);
        }
        String operator = array.getObject(0) instanceof COSName name ? name.getName() : "And";
        boolean or = "Or".equals(operator);
        boolean result = !or;
        for (int i = 1; i < array.size(); i++) {
            boolean shown = shows(array.get(i), depth + 1);
            result = or ? result | shown : result & shown;
        }
        return "Not".equals(operator) != result;
    }
}
