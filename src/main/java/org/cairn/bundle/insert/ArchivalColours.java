package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// Which colours mean the same on every machine, in a file whose colours are those of sRGB (ISO 19005-2, 6.2.4).
final class ArchivalColours {

    private static final Set<String> PLAIN =
            Set.of("DeviceGray", "DeviceRGB", "G", "RGB", "CalGray", "CalRGB", "Lab", "Pattern");
    private static final Set<String> CLASSES = Set.of("scnr", "mntr", "prtr", "spac");
    private static final int DEEPEST = 4;
    private static final int HEADER = 128;

    private ArchivalColours() {}

    /// Inks by name are not among them: two sources may mean different ones by the same name.
    static boolean hold(@Nullable COSBase space) {
        return hold(space, 0);
    }

    private static boolean hold(@Nullable COSBase space, int depth) {
        if (space instanceof COSName name) {
            return PLAIN.contains(name.getName());
        }
        if (!(space instanceof COSArray array)
                || array.size() == 0
                || depth > DEEPEST
                || !(array.getObject(0) instanceof COSName kind)) {
            return false;
        }
        return switch (kind.getName()) {
            case "Indexed", "I" -> array.size() == 4 && hold(array.getObject(1), depth + 1);
            case "Pattern" -> array.size() == 1 || hold(array.getObject(1), depth + 1);
            case "ICCBased" -> array.size() > 1 && array.getObject(1) instanceof COSStream profile && isSound(profile);
            default -> PLAIN.contains(kind.getName());
        };
    }

    private static boolean isSound(COSStream profile) {
        byte[] header;
        try (InputStream in = profile.createInputStream()) {
            header = in.readNBytes(HEADER);
        } catch (IOException e) {
            return false;
        }
        if (header.length < HEADER || header[8] > 4 || !CLASSES.contains(text(header, 12))) {
            return false;
        }
        String colours = text(header, 16);
        return switch (profile.getInt(COSName.N)) {
            case 1 -> colours.equals("GRAY");
            case 3 -> colours.equals("RGB ") || colours.equals("Lab ");
            default -> false;
        };
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /// Whether every colour space that a part of a page names holds.
    static boolean hold(COSDictionary resources) {
        if (!(resources.getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary spaces)) {
            return true;
        }
        return spaces.keySet().stream().allMatch(name -> hold(spaces.getDictionaryObject(name)));
    }
}
