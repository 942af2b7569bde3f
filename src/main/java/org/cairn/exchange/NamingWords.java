package org.cairn.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which questions of a stranger's form may be answered with what names or finds a person.
///
/// It is better to guard an answer too many: what is guarded is kept and shown, and only never searched or printed.
final class NamingWords {

    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

    private static final Set<String> NAMES = Set.of(
            "name",
            "names",
            "firstname",
            "lastname",
            "fullname",
            "surname",
            "forename",
            "nickname",
            "alias",
            "aliases",
            "nom",
            "noms",
            "prenom",
            "prénom",
            "surnom",
            "nombre",
            "nombres",
            "apellido",
            "apellidos",
            "apodo",
            "имя",
            "имена",
            "фамилия",
            "отчество",
            "фио",
            "прозвище",
            "اسم",
            "الاسم",
            "أسماء",
            "الأسماء",
            "لقب",
            "اللقب",
            "شهرة",
            "الشهرة",
            "nome",
            "isim",
            "ad",
            "adı",
            "soyad",
            "soyadı",
            "ism");

    private static final Set<String> CONTACTS = Set.of(
            "phone",
            "telephone",
            "phonenumber",
            "mobile",
            "email",
            "mail",
            "address",
            "contact",
            "whatsapp",
            "signal",
            "téléphone",
            "tél",
            "courriel",
            "adresse",
            "teléfono",
            "correo",
            "dirección",
            "móvil",
            "телефон",
            "адрес",
            "почта",
            "هاتف",
            "الهاتف",
            "جوال",
            "بريد",
            "passport",
            "passeport",
            "pasaporte",
            "паспорт",
            "imei",
            "deviceid",
            "subscriberid",
            "simserial",
            "username",
            "nid",
            "ssn",
            "gps",
            "latitude",
            "longitude",
            "coordinates",
            "birth",
            "birthday",
            "birthdate",
            "dob",
            "born",
            "naissance",
            "nacimiento",
            "nascimento",
            "рождения",
            "рождение",
            "ميلاد",
            "الميلاد",
            "ولادة",
            "الولادة");

    private static final List<String> HAN =
            List.of("姓名", "名字", "姓氏", "电话", "手机", "地址", "邮箱", "身份证", "护照", "联系", "出生", "生日");

    /// A village's name names nobody.
    private static final Set<String> OF_THINGS = Set.of(
            "village",
            "town",
            "city",
            "district",
            "region",
            "country",
            "facility",
            "hospital",
            "clinic",
            "school",
            "camp",
            "prison",
            "place",
            "organisation",
            "organization",
            "company",
            "project",
            "form",
            "file",
            "brand",
            "product",
            "water",
            "location",
            "site",
            "station",
            "street",
            "lieu",
            "ville",
            "pays",
            "lugar",
            "ciudad",
            "país",
            "место",
            "город",
            "страна",
            "مكان",
            "مدينة",
            "بلد",
            "survey",
            "settlement",
            "slum",
            "ward");

    private NamingWords() {}

    /// Whether a question by its name and its labels may name somebody.
    static boolean mayName(Stream<String> namesAndLabels) {
        return namesAndLabels.limit(12).anyMatch(text -> {
            Set<String> words = words(text);
            boolean named =
                    words.stream().anyMatch(NAMES::contains) && words.stream().noneMatch(OF_THINGS::contains);
            // a question of many words that only speaks of a name asks for something else
            return words.size() <= 12
                    && (named
                            || words.stream().anyMatch(CONTACTS::contains)
                            || HAN.stream().anyMatch(text::contains));
        });
    }

    /// Whether it asks for a name, not for a way to reach somebody.
    static boolean isName(String text) {
        Set<String> words = words(text);
        return (words.stream().anyMatch(NAMES::contains) && words.stream().noneMatch(OF_THINGS::contains))
                || HAN.subList(0, 3).stream().anyMatch(text::contains);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.stream(SPLIT.split(text))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList());
    }
}
