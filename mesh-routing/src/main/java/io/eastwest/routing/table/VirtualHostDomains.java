package io.eastwest.routing.table;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Authorities that reach a service. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/httproute.go:
 * generateVirtualHostDomains, GenerateAltVirtualHosts}.
 *
 * @param domains all domains in order
 * @param alternates those among them that are other spellings of the hostname
 */
record VirtualHostDomains(List<String> domains, Set<String> alternates) {
    private static final String SERVICE = ".svc.";

    static VirtualHostDomains of(MeshService service, MeshProxy proxy) {
        List<String> domains = new ArrayList<>();
        Set<String> alternates = new LinkedHashSet<>();
        List<String> hostnames = new ArrayList<>(List.of(service.hostname()));
        hostnames.addAll(service.aliases());
        for (String hostname : hostnames) {
            List<String> others = alternates(hostname, proxy.dnsDomain());
            domains.add(bracketed(hostname));
            domains.addAll(others);
            alternates.addAll(others);
        }
        if (service.resolution() == Resolution.PASSTHROUGH && service.registry() == Registry.KUBERNETES) {
            List.copyOf(domains).forEach(domain -> domains.add("*." + domain));
        }
        for (String address : ServiceAddresses.all(service, proxy)) {
            if (!address.isEmpty() && !address.equals(ServiceAddresses.UNSPECIFIED)) {
                domains.add(bracketed(address));
            }
        }
        return new VirtualHostDomains(domains, alternates);
    }

    /** {@return other spellings of a hostname for a proxy of a DNS domain} */
    static List<String> alternates(String hostname, String dnsDomain) {
        List<String> names = new ArrayList<>();
        if (!isAddress(hostname)) {
            names.add(hostname + ".");
        }
        int own = dnsDomain.indexOf(SERVICE);
        int end = hostname.indexOf(SERVICE);
        int dot = hostname.indexOf('.');
        if (own <= 0 || end <= 0 || dot + 1 > end || !hostname.endsWith(dnsDomain.substring(own))) {
            return names;
        }
        boolean sameNamespace = hostname.substring(dot + 1, end).equals(dnsDomain.substring(0, own));
        String withNamespace = hostname.substring(0, end);
        if (sameNamespace) {
            names.add(hostname.substring(0, dot));
            names.add(withNamespace + ".svc");
            names.add(withNamespace);
        } else {
            names.add(withNamespace);
            names.add(withNamespace + ".svc");
        }
        return names;
    }

    /** {@return the name, an IPv6 address in brackets} */
    static String bracketed(String name) {
        return name.indexOf(':') >= 0 && !name.startsWith("[") ? "[" + name + "]" : name;
    }

    private static boolean isAddress(String name) {
        return name.indexOf(':') >= 0 || name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }
}
