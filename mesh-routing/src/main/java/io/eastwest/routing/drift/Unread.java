package io.eastwest.routing.drift;

import java.util.Set;
import java.util.TreeSet;

/** Collects the fields of a dump that nothing compares, so that none is passed over in silence. */
final class Unread {
    private final Set<String> fields = new TreeSet<>();

    /**
     * Notes the fields of a message that are not known.
     *
     * @param message name of the message
     * @param node the message
     * @param known fields that are compared
     */
    void note(String message, DumpNode node, Set<String> known) {
        node.names().stream()
                .filter(name -> !known.contains(name) && !name.equals("@type"))
                .forEach(name -> fields.add(message + "." + name));
    }

    /** {@return the fields by name} */
    Set<String> fields() {
        return fields;
    }
}
