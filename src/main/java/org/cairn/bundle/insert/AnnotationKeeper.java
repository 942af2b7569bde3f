package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.cairn.bundle.typeset.SmallDictionary;
import org.jspecify.annotations.Nullable;

/// Decides which annotations of a source page go along: comments as they look, links that stay inside the source.
///
/// Links out of the bundle, sounds, films and attachments stay behind; they are counted, so that the bundle can say so.
final class AnnotationKeeper {

    private static final Set<String> COMMENTS = Set.of(
            "Text",
            "FreeText",
            "Line",
            "Square",
            "Circle",
            "Polygon",
            "PolyLine",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Stamp",
            "Ink",
            "Redact",
            "Watermark");
    private static final Set<String> MEDIA = Set.of("Sound", "Movie", "Screen", "RichMedia", "3D");
    private static final Set<String> LOOKS = Set.of(
            "Rect",
            "Contents",
            "NM",
            "M",
            "F",
            "AS",
            "Border",
            "C",
            "IC",
            "BS",
            "BE",
            "CA",
            "ca",
            "QuadPoints",
            "L",
            "LE",
            "Vertices",
            "InkList",
            "CL",
            "DA",
            "Q",
            "RD",
            "Name",
            "T",
            "CreationDate",
            "Subj",
            "IT",
            "LL",
            "LLE");
    private static final int HIDDEN_OR_NO_VIEW = 2 | 32;

    private final SourceCloner cloner;
    private final NamedDestinations named;
    private final HiddenLayers layers;
    private final List<COSDictionary> sourcePages;
    private final Notes notes;
    private final List<COSArray> destinations = new ArrayList<>();
    private final List<COSDictionary> inert = new ArrayList<>();

    AnnotationKeeper(
            SourceCloner cloner,
            NamedDestinations named,
            HiddenLayers layers,
            List<COSDictionary> sourcePages,
            Notes notes) {
        this.cloner = cloner;
        this.named = named;
        this.layers = layers;
        this.sourcePages = sourcePages;
        this.notes = notes;
    }

    /// Puts onto the target page what goes along.
    ///
    /// @return the links that stay behind: where they lead is gone, how they were framed is still to be seen
    List<COSDictionary> keep(COSDictionary sourcePage, COSDictionary targetPage)
            throws IOException, UninsertableException {
        inert.clear();
        COSArray kept = new COSArray();
        for (COSDictionary annotation : annotations(sourcePage)) {
            COSDictionary copy = copy(annotation);
            if (copy != null) {
                copy.setItem(COSName.P, targetPage);
                kept.add(copy);
            }
        }
        if (kept.size() > 0) {
            targetPage.setItem(COSName.ANNOTS, kept);
        }
        return List.copyOf(inert);
    }

    static List<COSDictionary> annotations(COSDictionary page) {
        List<COSDictionary> annotations = new ArrayList<>();
        if (SourceCloner.resolved(page.getItem(COSName.ANNOTS)) instanceof COSArray array) {
            for (COSBase value : array) {
                if (SourceCloner.resolved(value) instanceof COSDictionary annotation) {
                    annotations.add(annotation);
                }
            }
        }
        return annotations;
    }

    static boolean isHidden(COSDictionary annotation, HiddenLayers layers) {
        return (annotation.getInt(COSName.F, 0) & HIDDEN_OR_NO_VIEW) != 0
                || layers.hides(annotation.getDictionaryObject(COSName.OC));
    }

    private @Nullable COSDictionary copy(COSDictionary annotation) throws IOException, UninsertableException {
        String subtype = String.valueOf(annotation.getNameAsString(COSName.SUBTYPE));
        if (MEDIA.contains(subtype)) {
            notes.count(Notes.Kind.MEDIA_LEFT_OUT);
        } else if (subtype.equals("FileAttachment")) {
            notes.count(Notes.Kind.ATTACHMENTS_LEFT_OUT);
        } else if (subtype.equals("Link")) {
            return link(annotation);
        } else if (COMMENTS.contains(subtype)) {
            return comment(annotation, subtype);
        }
        return null;
    }

    private @Nullable COSDictionary comment(COSDictionary annotation, String subtype)
            throws IOException, UninsertableException {
        if (isHidden(annotation, layers)) {
            notes.count(Notes.Kind.HIDDEN_REMOVED);
            return null;
        }
        if (subtype.equals("Redact")) {
            notes.count(Notes.Kind.REDACTION_UNAPPLIED);
        }
        COSDictionary copy = looks(annotation, subtype);
        if (annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary appearance
                && appearance.getDictionaryObject(COSName.N) != null) {
            COSDictionary shown = new SmallDictionary();
            shown.setItem(COSName.N, cloner.copy(appearance.getItem(COSName.N)));
            copy.setItem(COSName.AP, shown);
        }
        return copy;
    }

    private COSDictionary looks(COSDictionary annotation, String subtype) throws IOException, UninsertableException {
        COSDictionary copy = new SmallDictionary();
        copy.setItem(COSName.TYPE, COSName.ANNOT);
        copy.setName(COSName.SUBTYPE, subtype);
        for (COSName key : List.copyOf(annotation.keySet())) {
            COSBase value = LOOKS.contains(key.getName()) ? cloner.copy(annotation.getItem(key)) : null;
            if (value != null) {
                copy.setItem(key, value);
            }
        }
        return copy;
    }

    private @Nullable COSDictionary link(COSDictionary annotation) throws IOException, UninsertableException {
        COSArray destination = destination(annotation);
        if (destination == null) {
            notes.count(Notes.Kind.LINKS_INERT);
            if (!isHidden(annotation, layers)) {
                inert.add(annotation);
            }
            return null;
        }
        COSDictionary copy = looks(annotation, "Link");
        copy.setItem(COSName.DEST, destination);
        destinations.add(destination);
        return copy;
    }

    private @Nullable COSArray destination(COSDictionary link) {
        COSBase given = link.getDictionaryObject(COSName.DEST);
        if (given == null
                && link.getDictionaryObject(COSName.A) instanceof COSDictionary action
                && "GoTo".equals(action.getNameAsString(COSName.S))) {
            given = action.getDictionaryObject(COSName.D);
        }
        COSArray place = named.resolve(given);
        COSDictionary page = place == null || place.size() == 0 ? null : targetOf(place.get(0));
        return place == null || page == null ? null : explicit(page, place);
    }

    private @Nullable COSDictionary targetOf(COSBase page) {
        if (SourceCloner.resolved(page) instanceof COSInteger index) {
            int i = index.intValue();
            return i >= 0 && i < sourcePages.size() ? cloner.pageFor(sourcePages.get(i)) : null;
        }
        return cloner.pageFor(page);
    }

    /// The same place on the inserted page, at whatever size the reader is looking.
    private static COSArray explicit(COSDictionary page, COSArray place) {
        COSArray explicit = new COSArray();
        explicit.add(page);
        boolean positioned = place.size() >= 4 && COSName.getPDFName("XYZ").equals(place.getObject(1));
        explicit.add(COSName.getPDFName(positioned ? "XYZ" : "Fit"));
        if (positioned) {
            explicit.add(number(place.getObject(2)));
            explicit.add(number(place.getObject(3)));
            explicit.add(COSNull.NULL);
        }
        return explicit;
    }

    private static COSBase number(@Nullable COSBase value) {
        return value instanceof COSNumber ? value : COSNull.NULL;
    }

    /// Makes links to pages whose content was moved lead to where their places went.
    void follow(Map<COSDictionary, AffineTransform> moves) {
        for (COSArray destination : destinations) {
            AffineTransform move = moves.get(destination.getObject(0));
            if (move != null) {
                follow(destination, move);
            }
        }
    }

    private static void follow(COSArray destination, AffineTransform move) {
        if (destination.size() > 3
                && destination.getObject(2) instanceof COSNumber left
                && destination.getObject(3) instanceof COSNumber top) {
            float[] place = {left.floatValue(), top.floatValue()};
            move.transform(place, 0, place, 0, 1);
            destination.set(2, new COSFloat(place[0]));
            destination.set(3, new COSFloat(place[1]));
        } else if (destination.size() > 2) {
            COSBase page = destination.get(0);
            destination.clear();
            destination.add(page);
            destination.add(COSName.getPDFName("Fit"));
        }
    }
}
