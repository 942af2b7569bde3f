package org.cairn.search;

import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// The names of a passage by their sounds: stands behind the texts in which they are heard.
final class HeardNames extends Field {

    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setIndexOptions(IndexOptions.DOCS);
        TYPE.setTokenized(true);
        TYPE.setOmitNorms(true);
        TYPE.freeze();
    }

    private final Set<String> heard;

    HeardNames(Set<String> heard) {
        super(Fields.SOUND, "", TYPE);
        this.heard = heard;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, TokenStream before) {
        return new Each(heard.iterator());
    }

    private static final class Each extends TokenStream {
        private final Iterator<String> names;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Each(Iterator<String> names) {
            this.names = names;
        }

        @Override
        public boolean incrementToken() {
            if (!names.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(names.next());
            return true;
        }
    }
}
