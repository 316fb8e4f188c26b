package org.probity.spelling;

import java.util.List;
import java.util.Set;

/** Words of four letters that are words or names themselves, and so no slip of the pen for a name that has another vowel: {@code well} for {@code Will}. */
final class ShortWords {

    private static final Set<String> ALL = Set.copyOf(List.of(("back bake bale ball band bare bark bend bile bill bind bite bold bond bone bore born bull burn bush busy came care cash city "
            + "cold come cope core cost cuff cure curl cute dare date deck dele dirt dish dive does dole done door dose dove down duck dull dusk dyke each east easy even ever fall farm "
            + "fast feel fell fill fine fire firm fish five food foot form foul full fund gale game gate give glad gold gone good hail hair hand hang hard harm hate have hear heat heel "
            + "held hell help herd here hill hint hire hold hole home hope horn host hour huge hull hung hunt hurt join joke junk just keen keep kill kind kite lace lack lake lamb lame "
            + "land lard last late lead leek lend less life lift like limb limp line link list live load lock lone look lose lost lots loud luck lump lung made mail make male mall many "
            + "mask mass mate math meal mean meat meet mess mild mile milk mill mind mine mink miss mood moon more most move much must nail name near neck need next nine node none noon "
            + "note once only open oven over paid pail pain pair pale pass past peel peer perk pick pile pill pine pink pint pipe pole poll pond pony pool poor pork port pose post pull "
            + "pure race rage raid rail rain rake rang rare rash rate read real rent rest ride ring ripe rise risk road roar rock role roll roof room root rope ruin rule rung rush rust "
            + "said sail sale salt same sand sane save seal seam seat seed seek seen self sell send shed ship shop shot show shut side sign silk sing sink site size skin slow soap sock "
            + "soft soil sold sole some song soon sore sort soul soup spin stay stem step such suit sure sway tail take talk tall tame tank task team tear tell term test than that them "
            + "then they thin this thus tile till time tiny tire told toll tone took tool torn tour town trap tree trip true tune turn type upon vary vast view vote wage wait wake walk "
            + "wall want warm warn wash wave weak wear week well went were west what when whom wide wife wild will wind wine wing wire wise wish with wood wore word work worn yard year "
            + "ateb bach bara bore brys byth byw cael caru cofi coed dros drws dydd dyna enwi fach fawr felly gall gair gyda hawl heno hefyd iawn llaw llun maen mawr mewn mynd naid nawr "
            + "neis nhad nhw oedd oeddi pawb pell plant pobl popeth rhai rhan rhyw rhoi sawl siop tair talu trwy unig wedi wrth ydyn yma yna").split(" ")));

    private ShortWords() {
    }

    static boolean isOne(String word) {
        return ALL.contains(word) || Capitals.isOrdinary(word) || FirstNames.isOne(word) || NoSurnames.isSurname(word) || NoSurnames.isListed(word)
                || BesideNames.SAID.contains(word) || BesideNames.isPost(word) || BesideNames.COMMON.contains(word);
    }
}
