package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.bundle.check.StreamWords.Nature;
import org.jspecify.annotations.Nullable;

/// Looks through every object of a file: its strings, its names, and the streams that are packed in more than one way.
final class ObjectWords {

    private static final int DEPTH = 64;
    private static final Set<String> PLAIN = Set.of("FlateDecode", "Fl");

    private final COSDocument document;
    private final PDDocument whole;
    private final ByteWords words;
    private final StreamWords streams;
    private final Leaks leaks;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<COSStream> forms = new ArrayList<>();
    private final Map<COSStream, Long> numbers = new IdentityHashMap<>();
    private final List<COSStream> maps = new ArrayList<>();

    ObjectWords(PDDocument whole, ByteWords words, StreamWords streams, Leaks leaks) {
        this.whole = whole;
        this.document = whole.getDocument();
        this.words = words;
        this.streams = streams;
        this.leaks = leaks;
    }

    /// Every form that some page may show.
    List<COSStream> forms() {
        return forms;
    }

    /// Every map of a font from codes to letters.
    List<COSStream> maps() {
        return maps;
    }

    long number(COSStream stream) {
        return numbers.getOrDefault(stream, 0L);
    }

    void look() {
        pages();
        about();
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            try {
                COSObject object = document.getObjectFromPool(key);
                COSBase value = object == null ? null : object.getObject();
                one(key.getNumber(), value);
            } catch (RuntimeException e) {
                leaks.wrong(Kind.UNREADABLE, key.getNumber());
            }
        }
        value(document.getTrailer(), Kind.OBJECT, 0, 0, 0);
    }

    /// What lies on which page: its own object, what it draws, and what is laid over it.
    private void pages() {
        int number = 0;
        for (PDPage page : whole.getPages()) {
            number++;
            COSDictionary dictionary = page.getCOSObject();
            isOn(dictionary.getItem(COSName.CONTENTS), number);
            if (dictionary.getDictionaryObject(COSName.CONTENTS) instanceof COSArray parts) {
                for (COSBase part : parts) {
                    isOn(part, number);
                }
            }
            if (dictionary.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
                for (COSBase annotation : annotations) {
                    isOn(annotation, number);
                }
            }
            if (page.getResources() != null
                    && page.getResources().getCOSObject().getDictionaryObject(COSName.XOBJECT)
                            instanceof COSDictionary drawn) {
                for (COSName key : drawn.keySet()) {
                    isOn(drawn.getItem(key), number);
                }
            }
        }
    }

    private void isOn(@Nullable COSBase value, int page) {
        if (value instanceof COSObject object && object.getKey() != null) {
            leaks.isOn(object.getKey().getNumber(), page);
        }
    }

    private void about() {
        if (document.getTrailer() != null
                && document.getTrailer().getItem(COSName.INFO) instanceof COSObject info
                && info.getKey() != null) {
            leaks.isKind(info.getKey().getNumber(), Kind.INFORMATION);
        }
    }

    private void one(long number, @Nullable COSBase value) {
        if (value instanceof COSStream stream) {
            numbers.put(stream, number);
            if (COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE))) {
                forms.add(stream);
            }
        }
        Kind kind = leaks.kindOf(number, value instanceof COSDictionary dictionary ? kind(dictionary) : Kind.OBJECT);
        leaks.isKind(number, value instanceof COSStream && kind == Kind.OBJECT ? Kind.STREAM : kind);
        value(value, kind, leaks.pageOf(number), number, 0);
        if (value instanceof COSStream stream) {
            stream(stream, number);
        }
    }

    private static Kind kind(COSDictionary dictionary) {
        String type = String.valueOf(dictionary.getNameAsString(COSName.TYPE));
        return switch (type) {
            case "Annot" -> dictionary.containsKey(COSName.FT) ? Kind.FORM_FIELD : Kind.ANNOTATION;
            case "StructElem", "StructTreeRoot" -> Kind.STRUCTURE;
            case "OCG", "OCMD" -> Kind.LAYER;
            case "Filespec", "F", "EmbeddedFile" -> Kind.ATTACHMENT;
            case "Metadata" -> Kind.METADATA;
            case "Outlines" -> Kind.BOOKMARK;
            case "Font", "FontDescriptor", "Encoding", "CMap" -> Kind.FONT;
            default -> otherwise(dictionary);
        };
    }

    private static Kind otherwise(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.TITLE)
                && (dictionary.containsKey(COSName.DEST)
                        || dictionary.containsKey(COSName.A)
                        || dictionary.containsKey(COSName.PARENT))) {
            return Kind.BOOKMARK;
        }
        if (dictionary.containsKey(COSName.FT)
                || dictionary.containsKey(COSName.T) && dictionary.containsKey(COSName.V)) {
            return Kind.FORM_FIELD;
        }
        if (dictionary.containsKey(COSName.getPDFName("ActualText"))
                || dictionary.containsKey(COSName.getPDFName("Alt"))) {
            return Kind.STRUCTURE;
        }
        if (dictionary.containsKey(COSName.EF)) {
            return Kind.ATTACHMENT;
        }
        boolean font = dictionary.containsKey(COSName.LENGTH1) || dictionary.containsKey(COSName.FONT_NAME);
        if (font || dictionary.containsKey(COSName.DIFFERENCES)) {
            return Kind.FONT;
        }
        if (COSName.IMAGE.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
            return Kind.PICTURE;
        }
        boolean note = dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
        return note ? Kind.ANNOTATION : Kind.OBJECT;
    }

    private void value(@Nullable COSBase value, Kind kind, int page, long object, int depth) {
        if (depth > DEPTH || value == null || value instanceof COSObject) {
            return;
        }
        ByteWords.Told told = leaks.at(kind, page, object);
        switch (value) {
            case COSString string -> words.string(string.getBytes(), told);
            case COSName name -> words.name(name.getName(), told);
            case COSArray array -> array.forEach(one -> value(one, kind, page, object, depth + 1));
            case COSDictionary dictionary -> dictionary(dictionary, kind, page, object, depth);
            default -> {
                // numbers and truth values say no word
            }
        }
    }

    private void dictionary(COSDictionary dictionary, Kind kind, int page, long object, int depth) {
        if (!seen.add(dictionary)) {
            return;
        }
        Kind own = depth == 0 || kind == Kind.INFORMATION ? kind : kind(dictionary);
        Kind told = own == Kind.OBJECT ? kind : own;
        if (dictionary.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
            maps.add(map);
        }
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            words.name(entry.getKey().getName(), leaks.at(told, page, object));
            value(entry.getValue(), told, page, object, depth + 1);
        }
    }

    /// What is packed in one way only, whoever reads the bytes of the file has seen.
    private void stream(COSStream stream, long number) {
        List<String> filters = filters(stream);
        boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        boolean reference = COSName.XREF.equals(stream.getCOSName(COSName.TYPE));
        boolean plain =
                filters.isEmpty() || filters.size() == 1 && PLAIN.contains(filters.getFirst()) && !changed(stream);
        if (picture || reference || plain) {
            return;
        }
        try (InputStream in = stream.createInputStream()) {
            streams.look(in, Nature.UNKNOWN, number, Kind.STREAM);
        } catch (IOException | RuntimeException e) {
            leaks.wrong(Kind.UNREADABLE, number);
        }
    }

    private static boolean changed(COSStream stream) {
        return stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary how
                && how.getInt(COSName.PREDICTOR, 1) > 1;
    }

    private static List<String> filters(COSStream stream) {
        List<String> filters = new ArrayList<>();
        COSBase filter = stream.getFilters();
        if (filter instanceof COSName one) {
            filters.add(one.getName());
        } else if (filter instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                filters.add(several.getObject(i) instanceof COSName one ? one.getName() : "");
            }
        }
        return filters;
    }
}
