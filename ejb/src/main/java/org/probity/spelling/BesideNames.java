package org.probity.spelling;

import java.util.List;
import java.util.Set;

/** What people write beside a single name in the field for somebody's name, and is none: what they say of it, and what somebody is. */
public final class BesideNames {

    /** What somebody was called before, or is called as well. */
    public static final Set<String> FORMERLY = Set.of("nee", "aka", "alias", "formerly", "gynt");
    public static final Set<String> OR = words("or neu nee aka alias formerly gynt");
    public static final Set<String> AND = Set.of("and", "ac");

    /** What follows tells where they are, and no name, up to the next sign. */
    public static final Set<String> AWAY = words("at from in of on with by for near who which works worked working lives living based "
            + "yn yng ym gan gyda gydar efo efor am wrth oddi sydd syn sy");

    /** Those of them behind which nobody is named but a place. */
    public static final Set<String> WHERE = words("at from in of on near yn yng ym");

    /** The same behind a name alone: {@code Evans the Bread}. */
    public static final Set<String> AWAY_BEHIND = Set.of("the", "that");

    /** Behind these a name follows after all, as behind a label. */
    public static final Set<String> NAMING = Set.of("called", "named", "enwir");

    /** Before them stands no name: {@code my boss Siân}. */
    public static final Set<String> OWNERS = words("my our your his her their fy ein eu");

    /** What people say of a name, of somebody whose name they do not know, and of a place: never a name itself. */
    public static final Set<String> SAID = words("the that an this is was it be my our his her their he she they think thinks believe believed suspect guess "
            + "maybe perhaps probably possibly sure certain not no na tbc tba dont do cant know known unknown unsure unclear unnamed anonymous something someone "
            + "somebody whatever etc else title teitl spell spelling see above below man woman male female girl boy gentleman neighbour colleague work year class "
            + "safeguarding team staff board council school club hospital office department dept service services "
            + "mae ydy yw oedd ei eu fy ein hi fo fe meddwl credu tybio dwi dwin rwy rwyn efallai siwr ddim nid gwybod nabod cofio anhysbys rhywun "
            + "rhywbeth dyn dynes menyw merch bachgen cymydog cydweithiwr blwyddyn dosbarth diogelu bwrdd cyngor ysgol clwb ysbyty swyddfa adran gwasanaeth "
            + "your eich children childrens adult adults oedolion");

    /** What a place is called stands behind them. */
    public static final Set<String> PLACES = words("ysgol clwb ysbyty capel eglwys heol ffordd stryd lon ty maes bro llan saint port");

    /** Behind them stands what somebody is. */
    public static final Set<String> POINTING = words("the a an that this some any our my your y yr");

    public static final Set<String> ARTICLES = Set.of("the", "a", "an", "y", "yr");

    /** Words that surnames are too: behind an article not even where capitals tell nothing. */
    public static final Set<String> COMMON = words("dean prior abbott abbot chancellor pope king cook child price day young church field case "
            + "steward porter marshall marshal friend page squire bailiff hall mayor knight baker butcher gardener guy");

    /** What people are, before a name and behind it. */
    public static final Set<String> ROLES = words("teacher headteacher headmaster headmistress coach tutor instructor caretaker carer social worker police "
            + "policeman policewoman hr gp ta lsa hlta dsl slt lado ceo cid nhs athrawes hyfforddwr hyfforddwraig heddlu heddwas cymdeithasol "
            + "gweithiwr gweithwraig "
            + "compliance caseworker investigator ymchwilydd leader designated coordinator ordinator cydlynydd admin administrator administration director assistant "
            + "chair chairman chairwoman chairperson chairs legal receptionist reception auditor trainee apprentice volunteer governor "
            + "trustee safeguarder protection support "
            + "manageress cydymffurfio arweinydd dynodedig gweinyddwr gweinyddes gweinyddol cyfarwyddwr cynorthwyydd "
            + "cadeirydd cyfreithiol derbynnydd archwilydd gwirfoddolwr llywodraethwr");

    /** The same beside others of these words, and before a name: alone it is one. */
    public static final Set<String> LEADS = Set.of("lead");

    /** Before a name alone, or behind one that has a title or where they begin small; elsewhere they may be part of it. */
    public static final Set<String> RANKS = words("co vice ex former retired acting officer detective det con dep deputy chief ci acc dcc superintendent "
            + "commander line manager ward matron sister auntie aunty uncle doctor surgeon consultant midwife paramedic canon father pastor imam rabbi "
            + "vicar deacon bishop judge head principal youth anti modryb ewythr wncwl cyn swyddog ditectif pennaeth prifathro rheolwr esgob ficer barnwr "
            + "bydwraig ymgynghorydd");

    /** Ranks that a name follows: {@code Officer Ward}. Behind others another word for what somebody is may follow. */
    public static final Set<String> BEFORE_NAMES = words("officer superintendent commander auntie aunty uncle sister father doctor judge pastor "
            + "bishop canon rabbi imam matron coach teacher swyddog modryb ewythr wncwl barnwr esgob");

    private BesideNames() {
    }

    public static boolean isRank(String word) {
        return RANKS.contains(word) || ROLES.contains(word);
    }

    public static boolean isPost(String word) {
        return isRank(word) || Titles.isOne(word) || LEADS.contains(word);
    }

    /** Whether {@link #LEADS} behind it say what somebody is. */
    public static boolean isOfRole(String word) {
        return ROLES.contains(word) || word.length() > 2 && SAID.contains(word);
    }

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }
}
