package io.eastwest.routing.view;

import java.util.List;

/**
 * What DNS answers for a host.
 *
 * @param hostname full name that it stands for, after search path and ExternalName
 * @param addresses addresses in order; empty: the mesh does not know any, a name outside of it
 */
public record ResolvedHost(String hostname, List<String> addresses) {
    /** {@return the address that is dialled first; empty text: none is known} */
    public String address() {
        return addresses.isEmpty() ? "" : addresses.get(0);
    }
}
