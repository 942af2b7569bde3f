package org.cairn.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.bn.BengaliNormalizationFilter;
import org.apache.lucene.analysis.bn.BengaliStemFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiNormalizationFilter;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.lv.LatvianStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.cairn.domain.LanguageTag;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/// The languages whose endings are known.
enum Language {
    AR("ar", true, ArabicStemFilter::new),
    BG("bg", false, BulgarianStemFilter::new),
    BN("bn", false, in -> new BengaliStemFilter(new BengaliNormalizationFilter(new IndicNormalizationFilter(in)))),
    CA("ca", false, in -> new SnowballFilter(in, new CatalanStemmer())),
    CKB("ckb", false, in -> new SoraniStemFilter(new SoraniNormalizationFilter(in))),
    CS("cs", false, CzechStemFilter::new),
    DA("da", false, in -> new SnowballFilter(in, new DanishStemmer())),
    DE("de", false, GermanLightStemFilter::new),
    EL("el", true, GreekStemFilter::new),
    EN("en", true, in -> new SnowballFilter(in, new EnglishStemmer())),
    ES("es", false, SpanishLightStemFilter::new),
    ET("et", false, in -> new SnowballFilter(in, new EstonianStemmer())),
    FA("fa", true, PersianStemFilter::new),
    FI("fi", false, FinnishLightStemFilter::new),
    FR("fr", false, FrenchLightStemFilter::new),
    HI("hi", false, in -> new HindiStemFilter(new HindiNormalizationFilter(new IndicNormalizationFilter(in)))),
    HU("hu", false, HungarianLightStemFilter::new),
    HY("hy", false, in -> new SnowballFilter(in, new ArmenianStemmer())),
    ID("id", true, IndonesianStemFilter::new),
    IT("it", false, ItalianLightStemFilter::new),
    LT("lt", false, in -> new SnowballFilter(in, new LithuanianStemmer())),
    LV("lv", false, LatvianStemFilter::new),
    NE("ne", false, in -> new SnowballFilter(in, new NepaliStemmer())),
    NL("nl", false, in -> new SnowballFilter(in, new DutchStemmer())),
    NO("no", false, NorwegianLightStemFilter::new),
    PT("pt", false, PortugueseLightStemFilter::new),
    RO("ro", false, in -> new SnowballFilter(in, new RomanianStemmer())),
    RU("ru", false, in -> new SnowballFilter(in, new RussianStemmer())),
    SR("sr", false, in -> new SnowballFilter(in, new SerbianStemmer())),
    SV("sv", false, SwedishLightStemFilter::new),
    TA("ta", false, in -> new SnowballFilter(in, new TamilStemmer())),
    TR("tr", false, in -> new SnowballFilter(in, new TurkishStemmer())),
    UG("ug", false, UyghurLetters::new);

    /// What else a language goes by.
    private static final Map<String, Language> ALSO = Map.ofEntries(
            Map.entry("nb", NO),
            Map.entry("nn", NO),
            Map.entry("prs", FA),
            Map.entry("pes", FA),
            Map.entry("ku-Arab", CKB),
            // how Arabic is spoken in Egypt, Sudan, the Levant, Iraq and the Maghreb
            Map.entry("arb", AR),
            Map.entry("arz", AR),
            Map.entry("apd", AR),
            Map.entry("apc", AR),
            Map.entry("ajp", AR),
            Map.entry("acm", AR),
            Map.entry("ary", AR),
            Map.entry("arq", AR),
            Map.entry("ayl", AR),
            // one language with one set of endings, in both of its scripts
            Map.entry("bs", SR),
            Map.entry("hr", SR),
            Map.entry("sh", SR),
            Map.entry("cnr", SR),
            Map.entry("mo", RO));

    private static final Map<String, Language> BY_TAG =
            Arrays.stream(values()).collect(Collectors.toMap(Language::tag, language -> language));

    private final String tag;
    private final boolean takesFolded;
    private final UnaryOperator<TokenStream> endings;

    Language(String tag, boolean takesFolded, UnaryOperator<TokenStream> endings) {
        this.tag = tag;
        this.takesFolded = takesFolded;
        this.endings = endings;
    }

    static Optional<Language> of(LanguageTag language) {
        String primary = language.primary().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALSO.getOrDefault(language.tag(), ALSO.get(primary)))
                .or(() -> Optional.ofNullable(BY_TAG.get(primary)));
    }

    static List<Language> all() {
        return List.of(values());
    }

    String tag() {
        return tag;
    }

    /// Whether its rules are for words without accents and marks.
    boolean takesFolded() {
        return takesFolded;
    }

    TokenStream endings(TokenStream words) {
        return endings.apply(words);
    }
}
