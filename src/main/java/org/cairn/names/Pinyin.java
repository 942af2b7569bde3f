package org.cairn.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Chinese names, between characters and how they are read.
public final class Pinyin {

    /// The longest name of which syllables are looked for.
    private static final int MOST_SYLLABLES = 4;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_WAYS = 6;
    private static final Pattern BETWEEN = Pattern.compile("[-\u2010\u2011'\u2019]");

    /// The families of nearly all people, simplified and traditional.
    private static final String FAMILIES = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧"
            + "曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛"
            + "闫閻阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳"
            + "翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷盛曲翁冉骆駱蓝藍路游辛靳欧管柴蒙鲍鮑华華喻祁蒲房"
            + "滕屈饶饒解牟艾尤阳陽时時穆农農司卓古吉缪繆简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞"
            + "姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明佘池查麻苑迟遲邝鄺"
            + "习習栗楚闻聞逄仝芮晁邸冀郁胥郜戈桓钮鈕宓贡貢惠隗"
            + "金洪赖賴薄丘辜奚屠揭糜鄢嵇竺冼匡鞠荆荊谌諶蔺藺茹阙闕阚闞逯雒";
    private static final Set<String> COMPOUND_FAMILIES = Set.of(
            "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "东方", "東方", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "令狐", "慕容", "司徒");

    /// Characters that are read in another way where they are a family's.
    private static final Map<String, String> READ_AS_FAMILIES = Map.ofEntries(
            Map.entry("曾", "zeng"),
            Map.entry("单", "shan"),
            Map.entry("單", "shan"),
            Map.entry("解", "xie"),
            Map.entry("查", "zha"),
            Map.entry("仇", "qiu"),
            Map.entry("任", "ren"),
            Map.entry("华", "hua"),
            Map.entry("華", "hua"),
            Map.entry("翟", "zhai"),
            Map.entry("缪", "miao"),
            Map.entry("繆", "miao"),
            Map.entry("宁", "ning"),
            Map.entry("盛", "sheng"),
            Map.entry("石", "shi"),
            Map.entry("车", "che"),
            Map.entry("叶", "ye"),
            Map.entry("尹", "yin"),
            Map.entry("薄", "bo"),
            Map.entry("卜", "bu"));
    /// The same, in families of two characters.
    private static final Map<String, String> READ_IN_COMPOUNDS = Map.of("尉", "yu");

    private static final Map<Integer, String> READINGS = new HashMap<>();
    private static final Map<String, String> CHARACTERS = new HashMap<>();
    private static final Map<String, List<String>> SPELLED = new HashMap<>();

    static {
        for (String line : Tables.lines("pinyin")) {
            String[] cells = line.split("\t", -1);
            CHARACTERS.put(cells[0], cells[1]);
            SPELLED.put(cells[0], List.of(cells[0]));
            cells[1].codePoints().forEach(character -> READINGS.putIfAbsent(character, cells[0]));
        }
    }

    private Pinyin() {}

    /// A name as it is read.
    ///
    /// @param family its syllables, usually one
    /// @param given its syllables, one or two
    public record Read(List<String> family, List<String> given) {
        public Read {
            family = List.copyOf(family);
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "Read";
        }
    }

    /// How characters are read that can be a person's name: a family that is known, and one or two characters more.
    public static Optional<Read> read(String characters) {
        List<String> each =
                characters.codePoints().mapToObj(Character::toString).toList();
        int family = each.size() > 2 && COMPOUND_FAMILIES.contains(each.get(0) + each.get(1)) ? 2 : 1;
        boolean named = family == 2 || (!each.isEmpty() && FAMILIES.contains(each.getFirst()));
        List<String> syllables = each.stream()
                .map(character -> READINGS.getOrDefault(character.codePointAt(0), ""))
                .collect(Collectors.toCollection(ArrayList::new));
        if (named) {
            Map<String, String> otherwise = family == 1 ? READ_AS_FAMILIES : READ_IN_COMPOUNDS;
            syllables.set(0, otherwise.getOrDefault(each.getFirst(), syllables.getFirst()));
        }
        if (!named || syllables.contains("") || each.size() <= family || each.size() > family + 2) {
            return Optional.empty();
        }
        return Optional.of(new Read(syllables.subList(0, family), syllables.subList(family, syllables.size())));
    }

    /// All syllables that there are.
    static Set<String> all() {
        return CHARACTERS.keySet();
    }

    /// The ways a word falls into syllables, all of it: in Latin letters as they are spelled, in other alphabets by
    /// their sound. None where it does not, or where it has more than four. Hyphens and apostrophes stand between two
    /// syllables.
    ///
    /// @return ways of syllables, each of those the spellings it may have
    public static List<List<List<String>>> syllables(String word) {
        List<List<List<String>>> ways = List.of(List.of());
        for (String piece : BETWEEN.split(word)) {
            List<List<List<String>>> longer = new ArrayList<>();
            for (List<List<String>> way : ways) {
                for (List<List<String>> more : ofPiece(piece)) {
                    List<List<String>> both = new ArrayList<>(way);
                    both.addAll(more);
                    if (both.size() <= MOST_SYLLABLES && longer.size() < MOST_WAYS) {
                        longer.add(List.copyOf(both));
                    }
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static List<List<List<String>>> ofPiece(String word) {
        String plain = word.toLowerCase(Locale.ROOT).replace("ü", "u").replace("lyu", "lu");
        List<List<List<String>>> ways = new ArrayList<>();
        if (!plain.isEmpty() && plain.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            split(plain.replace('v', 'u'), SPELLED, List.of(), ways);
            return ways;
        }
        split(plain, BySound.CYRILLIC, List.of(), ways);
        if (ways.isEmpty()) {
            for (Sound sound : Sounds.of(word)) {
                split(sound.letters(), BySound.SYLLABLES, List.of(), ways);
            }
        }
        return ways;
    }

    private static void split(
            String rest, Map<String, List<String>> known, List<List<String>> before, List<List<List<String>>> ways) {
        if (rest.isEmpty()) {
            ways.add(before);
            return;
        }
        for (int end = Math.min(rest.length(), LONGEST_SYLLABLE); end > 0; end--) {
            if (ways.size() >= MOST_WAYS || before.size() == MOST_SYLLABLES) {
                return;
            }
            List<String> spellings = known.get(rest.substring(0, end));
            if (spellings != null) {
                List<List<String>> more = new ArrayList<>(before);
                more.add(spellings);
                split(rest.substring(end), known, List.copyOf(more), ways);
            }
        }
    }

    /// Every syllable by its sounds, Van for wang, and as Russian writes it.
    private static final class BySound {
        private static final Map<String, List<String>> SYLLABLES = new HashMap<>();
        private static final Map<String, List<String>> CYRILLIC = new HashMap<>();

        static {
            for (String syllable : CHARACTERS.keySet()) {
                Palladius.of(syllable)
                        .forEach(written -> CYRILLIC.computeIfAbsent(written, any -> new ArrayList<>())
                                .add(syllable));
                Sounds.of(syllable).stream()
                        .map(Sound::letters)
                        .distinct()
                        .forEach(letters -> SYLLABLES
                                .computeIfAbsent(letters, any -> new ArrayList<>())
                                .add(syllable));
            }
        }
    }

    /// The characters that are read so.
    public static String characters(String syllable) {
        return CHARACTERS.getOrDefault(syllable, "");
    }

    /// The families of two characters that are read so.
    public static List<String> compoundFamilies(List<String> first, List<String> second) {
        return COMPOUND_FAMILIES.stream()
                .filter(family -> areRead(first, family.codePointAt(0)) && areRead(second, family.codePointAt(1)))
                .sorted()
                .toList();
    }

    private static boolean areRead(List<String> syllables, int character) {
        String otherwise = READ_IN_COMPOUNDS.getOrDefault(Character.toString(character), "");
        return syllables.contains(otherwise)
                || syllables.stream().anyMatch(syllable -> characters(syllable).indexOf(character) >= 0);
    }

    /// Whether a character is a family's.
    public static boolean isFamily(int character) {
        return FAMILIES.indexOf(character) >= 0;
    }
}
