package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/// What a page is made of, judged object by object as archives want it; when in doubt, it does not hold.
final class ArchivalObjects {

    private static final Set<String> BLENDS =
            Set.of(("Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight"
                            + " Difference Exclusion Hue Saturation Color Luminosity")
                    .split(" "));
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16);
    private static final int DEEPEST = 24;
    private static final int LIMIT = 64 << 20;

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    boolean hold(COSDictionary page) throws IOException {
        COSDictionary resources =
                page.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own ? own : new COSDictionary();
        return group(page) && contents(page, resources) && resources(resources, 0) && annotations(page);
    }

    private static boolean contents(COSDictionary page, COSDictionary resources) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
        List<? extends COSBase> parts =
                contents instanceof COSArray array ? array.toList() : contents == null ? List.of() : List.of(contents);
        for (COSBase part : parts) {
            if (!(SourceCloner.resolved(part) instanceof COSStream stream)) {
                return false;
            }
            try (InputStream in = stream.createInputStream()) {
                in.transferTo(all);
            }
            all.write('\n');
        }
        return all.size() <= LIMIT && new ArchivalContent(all.toByteArray(), resources).holds();
    }

    private static boolean group(COSDictionary of) {
        return !(of.getDictionaryObject(COSName.GROUP) instanceof COSDictionary group)
                || group.getDictionaryObject(COSName.CS) == null
                || ArchivalColours.hold(group.getDictionaryObject(COSName.CS));
    }

    private boolean resources(@Nullable COSBase base, int depth) throws IOException {
        if (!(base instanceof COSDictionary resources) || !seen.add(resources)) {
            return true;
        }
        return depth <= DEEPEST
                && ArchivalColours.hold(resources)
                && each(resources, COSName.EXT_G_STATE, state -> state(state, depth))
                && each(resources, COSName.XOBJECT, drawn -> drawn(drawn, resources, depth))
                && each(resources, COSName.PATTERN, pattern -> pattern(pattern, resources, depth))
                && each(resources, COSName.SHADING, ArchivalObjects::shading);
    }

    private interface Judge {
        boolean holds(COSDictionary one) throws IOException;
    }

    private static boolean each(COSDictionary resources, COSName kind, Judge judge) throws IOException {
        if (!(resources.getDictionaryObject(kind) instanceof COSDictionary all)) {
            return true;
        }
        for (COSName name : all.keySet()) {
            if (all.getDictionaryObject(name) instanceof COSDictionary one && !judge.holds(one)) {
                return false;
            }
        }
        return true;
    }

    private boolean state(COSDictionary state, int depth) throws IOException {
        COSBase blend = state.getDictionaryObject(COSName.BM);
        boolean blends = blend == null
                || blend instanceof COSName name && BLENDS.contains(name.getName())
                || blend instanceof COSArray;
        if (!blends || blend instanceof COSArray || state.containsKey(COSName.FONT)) {
            return false;
        }
        return !(state.getDictionaryObject(COSName.SMASK) instanceof COSDictionary mask)
                || !(mask.getDictionaryObject(COSName.G) instanceof COSDictionary form)
                || drawn(form, new COSDictionary(), depth + 1);
    }

    private boolean drawn(COSDictionary drawn, COSDictionary around, int depth) throws IOException {
        if (!seen.add(drawn)) {
            return true;
        }
        if (!(drawn instanceof COSStream stream)) {
            return false;
        }
        if (COSName.IMAGE.equals(drawn.getDictionaryObject(COSName.SUBTYPE))) {
            return picture(stream);
        }
        return COSName.FORM.equals(drawn.getDictionaryObject(COSName.SUBTYPE)) && content(stream, around, depth);
    }

    /// Content with resources of its own; a form without any uses those around it, which archives do not allow.
    private boolean content(COSStream stream, COSDictionary around, int depth) throws IOException {
        if (!(stream.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary)) {
            stream.setItem(COSName.RESOURCES, around);
        }
        COSDictionary resources = (COSDictionary) stream.getDictionaryObject(COSName.RESOURCES);
        try (InputStream in = stream.createInputStream()) {
            byte[] content = in.readNBytes(LIMIT);
            return group(stream) && new ArchivalContent(content, resources).holds() && resources(resources, depth + 1);
        }
    }

    private boolean picture(COSStream picture) throws IOException {
        List<COSName> filters = SoundStream.filters(picture);
        if (filters.contains(COSName.JPX_DECODE) || filters.contains(COSName.LZW_DECODE)) {
            return false;
        }
        boolean stencil = picture.getBoolean(COSName.IMAGE_MASK, false);
        int depth = picture.getInt(COSName.BITS_PER_COMPONENT, stencil ? 1 : 8);
        if (!DEPTHS.contains(depth)
                || !stencil && !ArchivalColours.hold(picture.getDictionaryObject(COSName.COLORSPACE))) {
            return false;
        }
        for (COSName key : List.of(COSName.SMASK, COSName.MASK)) {
            if (picture.getDictionaryObject(key) instanceof COSStream mask && seen.add(mask) && !picture(mask)) {
                return false;
            }
        }
        return true;
    }

    private boolean pattern(COSDictionary pattern, COSDictionary around, int depth) throws IOException {
        if (!seen.add(pattern)) {
            return true;
        }
        if (pattern instanceof COSStream tile) {
            return content(tile, around, depth);
        }
        return pattern.getDictionaryObject(COSName.SHADING) instanceof COSDictionary shading
                && shading(shading)
                && !pattern.containsKey(COSName.EXT_G_STATE);
    }

    private static boolean shading(COSDictionary shading) {
        return ArchivalColours.hold(shading.getDictionaryObject(COSName.COLORSPACE));
    }

    /// Links have nothing to see; whatever else is kept must have its look with it.
    private boolean annotations(COSDictionary page) throws IOException {
        for (COSDictionary annotation : AnnotationKeeper.annotations(page)) {
            if ("Link".equals(annotation.getNameAsString(COSName.SUBTYPE))) {
                continue;
            }
            if (!(annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary looks)
                    || looks.size() != 1
                    || !(looks.getDictionaryObject(COSName.N) instanceof COSStream look)
                    || !drawn(look, new COSDictionary(), 0)) {
                return false;
            }
        }
        return true;
    }
}
