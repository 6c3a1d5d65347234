package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayClass;
import io.eastwest.model.gatewayapi.Listener;
import io.eastwest.model.gatewayapi.ListenerSet;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What istiod reports of GatewayClasses, Gateways and ListenerSets. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:reportGatewayStatus, reportListenerSetStatus, setProgrammedCondition} and
 * {@code gateway_collection.go:GatewayCollection, ListenerSetCollection}.
 */
final class GatewayReports {
    private static final String ACCEPTED = "Accepted";
    private static final String PROGRAMMED = "Programmed";
    private static final String NOT_ALLOWED = "NotAllowed";
    private static final String UNSUPPORTED_ADDRESS = "UnsupportedAddress";
    private static final String SERVICE_TYPE = "networking.istio.io/service-type";
    private static final String ADDRESS_TYPE = "networking.istio.io/address-type";
    private static final String HOSTNAME = "Hostname";
    private static final String IP_ADDRESS = "IPAddress";

    private final ControlPlaneView view;
    private final RouteInputs inputs;
    private final GatewayClasses classes;
    private final SelectedNamespaces namespaces;
    private final Map<ParentKey, Configured<Gateway>> gateways = new LinkedHashMap<>();
    private final Map<ParentKey, List<ListenerSet>> attached = new LinkedHashMap<>();
    private final List<ObjectStatus> listenerSets = new ArrayList<>();

    GatewayReports(ControlPlaneView view, RouteInputs inputs, GatewayClasses classes) {
        this.view = view;
        this.inputs = inputs;
        this.classes = classes;
        this.namespaces = new SelectedNamespaces(view);
        view.configuration(Gateway.class)
                .forEach(gateway ->
                        gateways.put(new ParentKey(GroupKind.GATEWAY, gateway.namespace(), gateway.name()), gateway));
        view.configuration(ListenerSet.class).forEach(this::add);
    }

    /** {@return one for each GatewayClass of a controller of istiod} */
    List<ObjectStatus> classes() {
        return view.configuration(GatewayClass.class).stream()
                .filter(each -> GatewayController.named(each.resource().spec().controllerName())
                        .isPresent())
                .map(each -> new ObjectStatus(each.resource().key(), List.of(StatusCondition.good(ACCEPTED, ACCEPTED))))
                .toList();
    }

    /** {@return one for each ListenerSet whose parent exists and is of a class of istiod} */
    List<ObjectStatus> listenerSets() {
        return listenerSets;
    }

    /** {@return one for each Gateway of a class of istiod} */
    List<GatewayReport> gateways() {
        List<GatewayReport> reports = new ArrayList<>();
        gateways.forEach((key, gateway) -> classes.controller(
                        gateway.resource().spec().gatewayClassName())
                .ifPresent(controller -> reports.add(report(key, gateway.resource(), controller))));
        return reports;
    }

    private void add(Configured<ListenerSet> set) {
        ParentKey key = GatewayListeners.parent(set);
        Configured<Gateway> gateway = gateways.get(key);
        if (gateway == null) {
            return;
        }
        Optional<GatewayController> controller =
                classes.controller(gateway.resource().spec().gatewayClassName());
        if (controller.isEmpty()) {
            return;
        }
        ResourceKey resource = set.resource().key();
        if (controller.get() != GatewayController.GATEWAY) {
            listenerSets.add(notAllowed(
                    resource,
                    "the class \"" + gateway.resource().spec().gatewayClassName()
                            + "\" does not support ListenerSets"));
        } else if (!namespaces.allowsListeners(gateway.resource(), set.namespace())) {
            listenerSets.add(notAllowed(resource, "the Gateway does not allow ListenerSets of this namespace"));
        } else {
            listenerSets.add(new ObjectStatus(
                    resource,
                    conditions(gateway.resource(), set.resource().spec().listeners(), "the parent is not accepted: ")));
            if (!GatewayServices.of(gateway.resource(), view.domainSuffix())
                    .hostnames()
                    .isEmpty()) {
                attached.computeIfAbsent(key, each -> new ArrayList<>()).add(set.resource());
            }
        }
    }

    private static ObjectStatus notAllowed(ResourceKey resource, String message) {
        Problem problem = new Problem(NOT_ALLOWED, message);
        return new ObjectStatus(
                resource, List.of(StatusCondition.bad(ACCEPTED, problem), StatusCondition.bad(PROGRAMMED, problem)));
    }

    private GatewayReport report(ParentKey key, Gateway gateway, GatewayController controller) {
        if (controller == GatewayController.REMOTE) {
            return new GatewayReport(
                    gateway.key(),
                    gateway.spec().addresses().stream()
                            .flatMap(address -> address.value().stream())
                            .toList(),
                    0,
                    List.of(StatusCondition.good(ACCEPTED, ACCEPTED), StatusCondition.good(PROGRAMMED, PROGRAMMED)));
        }
        List<ListenerSet> sets = attached.getOrDefault(key, List.of());
        List<Listener> listeners = new ArrayList<>(gateway.spec().listeners());
        sets.forEach(set -> listeners.addAll(set.spec().listeners()));
        return new GatewayReport(
                gateway.key(), addresses(gateway, listeners), sets.size(), conditions(gateway, listeners, ""));
    }

    private List<StatusCondition> conditions(Gateway gateway, List<Listener> listeners, String prefix) {
        GatewayServices services = GatewayServices.of(gateway, view.domainSuffix());
        Optional<Problem> accepted =
                accepted(gateway, services).map(problem -> new Problem(problem.reason(), prefix + problem.message()));
        return List.of(
                condition(ACCEPTED, accepted),
                condition(PROGRAMMED, programmed(services, resolved(gateway, services, listeners))));
    }

    private static StatusCondition condition(String type, Optional<Problem> problem) {
        return problem.map(each -> StatusCondition.bad(type, each)).orElseGet(() -> StatusCondition.good(type, type));
    }

    private static Optional<Problem> accepted(Gateway gateway, GatewayServices services) {
        if (!services.skipped().isEmpty()) {
            return Optional.of(new Problem(
                    UNSUPPORTED_ADDRESS,
                    "only addresses of type Hostname are supported; ignored " + services.skipped()));
        }
        return !GatewayServices.isManaged(gateway.spec())
                        && gateway.metadata().annotations().containsKey(SERVICE_TYPE)
                ? Optional.of(new Problem("DeprecatedField", "annotation " + SERVICE_TYPE + " is deprecated"))
                : Optional.empty();
    }

    private static Optional<Problem> programmed(GatewayServices services, GatewayAddresses addresses) {
        if (services.hostnames().isEmpty()) {
            return Optional.of(new Problem(UNSUPPORTED_ADDRESS, "no requested address can be assigned"));
        }
        if (addresses.warnings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                addresses.allUsable() ? "AddressNotAssigned" : "AddressNotUsable",
                String.join("; ", addresses.warnings())));
    }

    private GatewayAddresses resolved(Gateway gateway, GatewayServices services, List<Listener> listeners) {
        Set<Integer> ports = new TreeSet<>();
        listeners.forEach(listener -> ports.add(GatewayListeners.port(listener)));
        return GatewayAddresses.of(view, inputs, gateway.metadata().namespaceOrDefault(), services.hostnames(), ports);
    }

    private List<String> addresses(Gateway gateway, List<Listener> listeners) {
        GatewayAddresses found = resolved(gateway, GatewayServices.of(gateway, view.domainSuffix()), listeners);
        if (!found.external().isEmpty()) {
            return List.copyOf(found.external());
        }
        String wanted = gateway.metadata().annotations().getOrDefault(ADDRESS_TYPE, HOSTNAME);
        Set<String> addresses = new TreeSet<>();
        if (!wanted.equals(HOSTNAME)) {
            addresses.addAll(found.internalIps());
        }
        if (!wanted.equals(IP_ADDRESS)) {
            found.internal().stream()
                    .map(address -> address.substring(0, address.lastIndexOf(':')))
                    .filter(hostname -> !found.pending().contains(hostname))
                    .forEach(addresses::add);
        }
        return List.copyOf(addresses);
    }
}
