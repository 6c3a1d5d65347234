package io.eastwest.routing.scope;

import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a namespace may see before any Sidecar resource narrows it: services and VirtualServices after exportTo. */
final class NamespaceScope {
    private final String namespace;
    private final ControlPlaneView view;
    private final List<MeshVirtualService> allVirtualServices;
    private final List<MeshService> services;
    private final Map<String, List<MeshVirtualService>> virtualServices = new ConcurrentHashMap<>();

    NamespaceScope(String namespace, ControlPlaneView view, List<MeshVirtualService> allVirtualServices) {
        this.namespace = namespace;
        this.view = view;
        this.allVirtualServices = allVirtualServices;
        this.services = visibleServices();
    }

    String namespace() {
        return namespace;
    }

    /** {@return visible services: those that only some namespaces see first, then the public ones} */
    List<MeshService> services() {
        return services;
    }

    /** {@return the namespaces to which a service is exported, as text} */
    String exportTo(MeshService service) {
        List<String> own = service.exportTo();
        return (own.isEmpty() ? view.meshConfig().defaultServiceExportTo() : own).toString();
    }

    /** {@return whether a service is visible} */
    boolean sees(MeshService service) {
        return visibility(service) != Visibility.HIDDEN;
    }

    /**
     * {@return the service that a destination of a VirtualService names: that of the own namespace even when it is not
     * exported to it, then the first visible one of Kubernetes, then the oldest visible one}
     */
    Optional<MeshService> destination(String hostname) {
        return ofNamespace(hostname, namespace)
                .or(() -> firstOfKubernetes(view.servicesByHostname(hostname).stream()
                        .filter(this::sees)
                        .toList()));
    }

    /** {@return the service of a hostname that stands for a namespace: that of Kubernetes, else the oldest} */
    Optional<MeshService> ofNamespace(String hostname, String owner) {
        return firstOfKubernetes(view.servicesByHostname(hostname).stream()
                .filter(service -> service.namespace().equals(owner))
                .toList());
    }

    private static Optional<MeshService> firstOfKubernetes(List<MeshService> candidates) {
        return candidates.stream()
                .filter(service -> service.registry() == Registry.KUBERNETES)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /**
     * VirtualServices of a gateway, in the order in which they are asked.
     *
     * @param gateway {@code mesh}, or a Gateway
     * @param generatedFirstEverywhere whether those made from Gateway API routes of this namespace come first in each
     *     of the three lists (sidecars) or among the public ones only (gateways)
     */
    List<MeshVirtualService> virtualServices(String gateway, boolean generatedFirstEverywhere) {
        return virtualServices.computeIfAbsent(
                gateway + (generatedFirstEverywhere ? "" : "\n"),
                key -> visibleVirtualServices(gateway, generatedFirstEverywhere));
    }

    private List<MeshService> visibleServices() {
        List<MeshService> visible = new ArrayList<>();
        List<MeshService> everybodys = new ArrayList<>();
        for (MeshService service : view.services()) {
            switch (visibility(service)) {
                case PUBLIC -> everybodys.add(service);
                case PRIVATE, EXPORTED -> visible.add(service);
                case HIDDEN -> {}
            }
        }
        visible.addAll(everybodys);
        return List.copyOf(visible);
    }

    private Visibility visibility(MeshService service) {
        return Visibility.of(
                service.exportTo(), view.meshConfig().defaultServiceExportTo(), service.namespace(), namespace);
    }

    private List<MeshVirtualService> visibleVirtualServices(String gateway, boolean generatedFirstEverywhere) {
        List<MeshVirtualService> own = new ArrayList<>();
        List<MeshVirtualService> exported = new ArrayList<>();
        List<MeshVirtualService> everybodys = new ArrayList<>();
        for (MeshVirtualService each : allVirtualServices) {
            if (each.gateways().contains(gateway)) {
                switch (visibility(each)) {
                    case PUBLIC -> everybodys.add(each);
                    case PRIVATE -> own.add(each);
                    case EXPORTED -> exported.add(each);
                    case HIDDEN -> {}
                }
            }
        }
        List<MeshVirtualService> ordered = new ArrayList<>();
        addInOrder(own, generatedFirstEverywhere, ordered);
        addInOrder(exported, generatedFirstEverywhere, ordered);
        addInOrder(everybodys, true, ordered);
        return List.copyOf(ordered);
    }

    private Visibility visibility(MeshVirtualService virtualService) {
        return Visibility.of(
                virtualService.exportTo(),
                view.meshConfig().defaultVirtualServiceExportTo(),
                virtualService.namespace(),
                namespace);
    }

    /** {@return whether a VirtualService is exported to this namespace} */
    boolean sees(MeshVirtualService virtualService) {
        return visibility(virtualService) != Visibility.HIDDEN;
    }

    /** {@return that a VirtualService is not exported to this namespace} */
    Mismatch notExported(MeshVirtualService virtualService) {
        List<String> own = virtualService.exportTo();
        List<String> effective = own.isEmpty() ? view.meshConfig().defaultVirtualServiceExportTo() : own;
        return new Mismatch("exportTo", "* or " + namespace, effective.toString());
    }

    /** {@return all VirtualServices of the control plane, in its order} */
    List<MeshVirtualService> allVirtualServices() {
        return allVirtualServices;
    }

    private void addInOrder(List<MeshVirtualService> list, boolean generatedFirst, List<MeshVirtualService> ordered) {
        if (generatedFirst) {
            list.stream().filter(this::isOwnGenerated).forEach(ordered::add);
            list.stream().filter(each -> !isOwnGenerated(each)).forEach(ordered::add);
        } else {
            ordered.addAll(list);
        }
    }

    private boolean isOwnGenerated(MeshVirtualService virtualService) {
        return virtualService.gatewaySemantics() && virtualService.namespace().equals(namespace);
    }
}
