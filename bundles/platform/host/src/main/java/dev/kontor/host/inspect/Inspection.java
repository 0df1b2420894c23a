package dev.kontor.host.inspect;

import dev.kontor.api.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a bundle before any of it has run.
 *
 * @param api the ranges of the api's versions that it wants, as it says them
 * @param activator the class that runs when it starts; empty if none
 * @param registers its components with the services they offer
 * @param departments their ids, as far as they are constants
 * @param offers names of commands and paths of pages, as far as they are constants
 * @param facts packages of facts for rules
 * @param unit of its tables; empty if it has none
 * @param refreshed bundles that are wired anew when it comes
 * @param reaches what its code reaches, with some of the places
 * @param refusals why it is not let in, a sentence each; none: it may be approved
 * @param warnings what to think about before
 */
public record Inspection(
        String digest,
        String name,
        String version,
        Optional<Signer> signer,
        List<String> api,
        String activator,
        List<Component> registers,
        List<String> departments,
        List<String> offers,
        List<String> facts,
        String unit,
        List<Script> migrations,
        List<String> refreshed,
        Map<Reach, Places> reaches,
        List<Text> refusals,
        List<Text> warnings) {

    /** Of a file that is no bundle. */
    static Inspection unfit(String digest, String file, Text why) {
        return new Inspection(digest, file, "", Optional.empty(), List.of(), "", List.of(), List.of(), List.of(), List.of(), "", List.of(),
                List.of(), Map.of(), List.of(why), List.of());
    }

    /** @param some up to five, {@code dev.acme.Lift.open} */
    public record Places(int count, List<String> some) {}
}
