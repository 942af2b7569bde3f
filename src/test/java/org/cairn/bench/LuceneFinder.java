package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Lucene as it comes: on mapped memory, not sealed, with its own texts, its own words and nobody who may not see them.
final class LuceneFinder implements Finder {

    private static final int SUGGESTIONS = 8;
    private static final List<String> FACETS = List.of("type", "language");

    private final MadeItems items;
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final MMapDirectory directory;
    private DirectoryReader reader;
    private IndexWriter writer;

    LuceneFinder(MadeItems items, Path folder) throws IOException {
        this.items = items;
        this.directory = new MMapDirectory(folder);
        this.writer = writer(IndexWriterConfig.OpenMode.CREATE);
        this.reader = DirectoryReader.open(writer);
    }

    private IndexWriter writer(IndexWriterConfig.OpenMode mode) throws IOException {
        return new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer).setRAMBufferSizeMB(64).setOpenMode(mode));
    }

    @Override
    public String name() {
        return "bare Lucene";
    }

    @Override
    public int passages() {
        return items.passages();
    }

    @Override
    public int warming() {
        return 12;
    }

    @Override
    public double index() throws Exception {
        close();
        writer = writer(IndexWriterConfig.OpenMode.CREATE);
        double seconds = items.handOver(passages(), some -> {
            for (MadeItems.Item item : some) {
                writer.addDocuments(documents(item));
            }
        });
        long start = System.nanoTime();
        writer.commit();
        return seconds + (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void open() throws IOException {
        close();
        writer = writer(IndexWriterConfig.OpenMode.APPEND);
        reader = DirectoryReader.open(writer);
    }

    @Override
    public long ask(Question question) throws Exception {
        IndexSearcher searcher = new IndexSearcher(reader);
        QueryParser parser = new QueryParser("text", analyzer);
        parser.setDefaultOperator(QueryParser.Operator.AND);
        Query query = parser.parse(question.plain());
        TopDocs found = searcher.search(query, 20);
        UnifiedHighlighter.builder(searcher, analyzer).build().highlight("text", query, found, 1);
        if (question.kind() != Question.Kind.FACET) {
            return found.totalHits.value();
        }
        Counting counting = new Counting();
        searcher.search(query, counting);
        return counting.total;
    }

    @Override
    public void change(int item) throws IOException {
        writer.updateDocuments(new Term("item", String.valueOf(item)), documents(items.item(item, passages())));
        writer.commit();
        DirectoryReader before = reader;
        DirectoryReader now = DirectoryReader.openIfChanged(before);
        if (now != null) {
            before.close();
            reader = now;
        }
    }

    @Override
    public List<String> beginning(String letters) throws IOException {
        BytesRef start = analyzer.normalize("text", letters);
        Map<String, Integer> words = new TreeMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms("text");
            TermsEnum word = terms == null ? TermsEnum.EMPTY : terms.iterator();
            boolean more = word.seekCeil(start) != TermsEnum.SeekStatus.END;
            while (more && StringHelper.startsWith(word.term(), start)) {
                words.merge(word.term().utf8ToString(), word.docFreq(), Integer::sum);
                more = word.next() != null;
            }
        }
        return words.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(SUGGESTIONS)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public long size() throws IOException {
        long size = 0;
        for (String file : directory.listAll()) {
            size += directory.fileLength(file);
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
    }

    private static List<Document> documents(MadeItems.Item item) {
        List<Document> documents = new ArrayList<>();
        for (String page : item.pages()) {
            Document document = new Document();
            document.add(new StringField("item", String.valueOf(item.number()), Field.Store.YES));
            document.add(new StringField("type", item.type(), Field.Store.NO));
            document.add(new SortedDocValuesField("type", new BytesRef(item.type())));
            document.add(new SortedDocValuesField("language", new BytesRef(item.language())));
            document.add(new TextField("text", page, Field.Store.YES));
            documents.add(document);
        }
        return documents;
    }

    /// Counts passages, and the values of two fields.
    private static final class Counting extends SimpleCollector {

        private final List<SortedDocValues> values = new ArrayList<>();
        private final List<int[]> counts = new ArrayList<>();
        private long total;

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            values.clear();
            counts.clear();
            for (String facet : FACETS) {
                SortedDocValues ofFacet = DocValues.getSorted(context.reader(), facet);
                values.add(ofFacet);
                counts.add(new int[ofFacet.getValueCount()]);
            }
        }

        @Override
        public void collect(int document) throws IOException {
            total++;
            for (int i = 0; i < counts.size(); i++) {
                if (values.get(i).advanceExact(document)) {
                    counts.get(i)[values.get(i).ordValue()]++;
                }
            }
        }
    }
}
