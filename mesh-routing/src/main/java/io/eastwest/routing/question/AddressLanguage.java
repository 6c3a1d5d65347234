package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import java.util.Optional;

/** The texts of the IPv4 addresses of a block. */
final class AddressLanguage {
    private static final int OCTETS = 4;
    private static final int BITS = 8;
    private static final int HIGHEST = 255;

    private AddressLanguage() {}

    /** {@return the language; empty: this is no block of IPv4} */
    static Optional<Automaton> of(String block) {
        int slash = block.indexOf('/');
        String[] octets = (slash < 0 ? block : block.substring(0, slash)).split("\\.", -1);
        int length = slash < 0 ? OCTETS * BITS : number(block.substring(slash + 1), OCTETS * BITS);
        if (octets.length != OCTETS || length < 0) {
            return Optional.empty();
        }
        Automaton all = BasicAutomata.makeEmptyString();
        for (int i = 0; i < OCTETS; i++) {
            int octet = number(octets[i], HIGHEST);
            if (octet < 0) {
                return Optional.empty();
            }
            int free = Math.min(BITS, Math.max(0, (i + 1) * BITS - length));
            int least = octet >> free << free;
            Automaton one = BasicAutomata.makeInterval(least, least + (1 << free) - 1, 0);
            all = (i == 0 ? all : all.concatenate(BasicAutomata.makeChar('.'))).concatenate(one);
        }
        // numbers of an interval may have zeros before them, addresses may not
        Automaton octet = BasicAutomata.makeChar('0')
                .union(BasicAutomata.makeCharRange('1', '9')
                        .concatenate(BasicAutomata.makeCharRange('0', '9').repeat()));
        Automaton dotted = octet;
        for (int i = 1; i < OCTETS; i++) {
            dotted = dotted.concatenate(BasicAutomata.makeChar('.')).concatenate(octet);
        }
        return Optional.of(all.intersection(dotted));
    }

    /** {@return the number; negative: this is none, or it is too large} */
    private static int number(String text, int most) {
        boolean digits = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : -1;
        return value <= most ? value : -1;
    }
}
