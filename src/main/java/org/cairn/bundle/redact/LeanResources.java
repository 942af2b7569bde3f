package org.cairn.bundle.redact;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// Takes from pages that stay what they do not use themselves: pages of one file often share one list of all pictures
/// and forms of it, so that a page that was painted over would still hang on every other; and fonts that no letter is
/// written in, which archives would take for fonts that are missing.
public final class LeanResources {

    private static final int MOST_FORMS = 20_000;

    private static final List<COSName> LISTS = List.of(
            COSName.XOBJECT,
            COSName.PATTERN,
            COSName.SHADING,
            COSName.PROPERTIES,
            COSName.FONT,
            COSName.EXT_G_STATE,
            COSName.COLORSPACE);

    /// Colours that stand for others without being named.
    private static final Set<String> DEFAULTS = Set.of("DefaultGray", "DefaultRGB", "DefaultCMYK");

    private final Set<COSBase> done = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSStream> forms = new ArrayDeque<>();

    /// Leaves a page with what it uses itself.
    ///
    /// @throws IOException when what a page draws cannot be read: it is not known what it uses
    public void lean(PDPage page) throws IOException {
        COSDictionary own = page.getResources() == null
                ? new COSDictionary()
                : page.getResources().getCOSObject();
        Set<COSName> used;
        try (InputStream content = page.getContents()) {
            used = names(content.readAllBytes());
        }
        page.getCOSObject().setItem(COSName.RESOURCES, lean(own, used));
        appearances(page);
        while (!forms.isEmpty()) {
            COSStream form = forms.pop();
            if (done.size() > MOST_FORMS) {
                throw new IOException("too many forms");
            }
            if (form.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources) {
                form.setItem(COSName.RESOURCES, lean(resources, names(form)));
            }
        }
    }

    private void appearances(PDPage page) {
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary annotation) {
                    forms(annotation.getDictionaryObject(COSName.AP), 3);
                }
            }
        }
    }

    private void forms(@Nullable COSBase value, int depth) {
        if (value instanceof COSStream stream) {
            waiting(stream);
        } else if (value instanceof COSDictionary states && depth > 0) {
            states.keySet().forEach(key -> forms(states.getDictionaryObject(key), depth - 1));
        }
    }

    private void waiting(COSStream form) {
        if (done.add(form)) {
            forms.push(form);
        }
    }

    /// The same lists with what is named, and with what is drawn by what is named and has no list of its own.
    private COSDictionary lean(COSDictionary resources, Set<COSName> used) throws IOException {
        Set<COSName> all = new HashSet<>(used);
        COSDictionary lean = new COSDictionary();
        boolean more = true;
        while (more) {
            lean = new COSDictionary();
            int before = all.size();
            for (COSName list : LISTS) {
                if (resources.getDictionaryObject(list) instanceof COSDictionary entries) {
                    lean.setItem(list, entries(list, entries, all));
                }
            }
            more = all.size() > before;
        }
        return lean;
    }

    private COSDictionary entries(COSName list, COSDictionary entries, Set<COSName> used) throws IOException {
        COSDictionary kept = new COSDictionary();
        for (COSName key : entries.keySet()) {
            if (used.contains(key) || DEFAULTS.contains(key.getName())) {
                kept.setItem(key, entries.getItem(key));
                COSBase value = entries.getDictionaryObject(key);
                if (value instanceof COSStream stream && !isPicture(stream)) {
                    drawn(stream, used);
                } else if (value instanceof COSDictionary state && COSName.EXT_G_STATE.equals(list)) {
                    mask(state, used);
                } else if (value instanceof COSDictionary font && COSName.FONT.equals(list)) {
                    glyphs(font, used);
                }
            }
        }
        return kept;
    }

    private static boolean isPicture(COSStream stream) {
        return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
    }

    private void drawn(COSStream form, Set<COSName> used) throws IOException {
        if (form.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary) {
            waiting(form);
        } else if (done.add(form) || !used.containsAll(names(form))) {
            used.addAll(names(form));
        }
    }

    private void mask(COSDictionary state, Set<COSName> used) throws IOException {
        if (state.getDictionaryObject(COSName.SMASK) instanceof COSDictionary mask
                && mask.getDictionaryObject(COSName.G) instanceof COSStream form) {
            drawn(form, used);
        }
    }

    /// The letters of a font that are drawn themselves. Those that have no list of their own use that of every page
    /// they stand on.
    private void glyphs(COSDictionary font, Set<COSName> used) throws IOException {
        if (!(font.getDictionaryObject(COSName.CHAR_PROCS) instanceof COSDictionary letters)) {
            return;
        }
        boolean own = font.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary;
        if (!done.add(letters) && own) {
            return;
        }
        Set<COSName> named = new HashSet<>();
        for (COSName key : letters.keySet()) {
            if (letters.getDictionaryObject(key) instanceof COSStream letter) {
                named.addAll(names(letter));
            }
        }
        if (font.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources) {
            font.setItem(COSName.RESOURCES, lean(resources, named));
        } else {
            used.addAll(named);
        }
    }

    private static Set<COSName> names(COSStream form) throws IOException {
        try (InputStream content = form.createInputStream()) {
            return names(content.readAllBytes());
        }
    }

    private static Set<COSName> names(byte[] content) throws IOException {
        Set<COSName> names = new HashSet<>();
        PDFStreamParser parser = new PDFStreamParser(content);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof COSName name) {
                names.add(name);
            } else if (token instanceof Operator operator && operator.getImageParameters() != null) {
                operator.getImageParameters().getValues().forEach(value -> {
                    if (value instanceof COSName name) {
                        names.add(name);
                    }
                });
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return "LeanResources";
    }
}
