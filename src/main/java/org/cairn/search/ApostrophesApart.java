package org.cairn.search;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/// Text with a gap for every apostrophe: in `l'hôpital` and `İstanbul'da` people look for the word without the rest.
///
/// Every letter keeps its place, so that what is found is shown where it stands.
final class ApostrophesApart extends CharFilter {

    ApostrophesApart(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        int read = input.read(into, offset, count);
        for (int i = offset; i < offset + read; i++) {
            if (into[i] == '\'' || into[i] == '\u2019' || into[i] == '\uFF07') {
                into[i] = ' ';
            }
        }
        return read;
    }

    @Override
    protected int correct(int place) {
        return place;
    }
}
