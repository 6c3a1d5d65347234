package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.networking.EnvoyApplyTo;
import io.eastwest.model.istio.networking.EnvoyClusterMatch;
import io.eastwest.model.istio.networking.EnvoyConfigMatch;
import io.eastwest.model.istio.networking.EnvoyConfigPatch;
import io.eastwest.model.istio.networking.EnvoyFilter;
import io.eastwest.model.istio.networking.EnvoyFilterSpec;
import io.eastwest.model.istio.networking.EnvoyListenerMatch;
import io.eastwest.model.istio.networking.EnvoyPatch;
import io.eastwest.model.istio.networking.EnvoyPatchContext;
import io.eastwest.model.istio.networking.EnvoyPatchOperation;
import io.eastwest.model.istio.networking.EnvoyRouteConfigurationMatch;
import io.eastwest.model.istio.networking.EnvoyVirtualHostMatch;
import io.eastwest.model.istio.networking.WorkloadSelector;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EnvoyFilters with a patch that may touch what a call meets. A condition that the call certainly does not meet lets a patch out; a
 * condition that is not looked at counts as met.
 */
final class EnvoyPatches implements UnmodelledSource {
    private final ControlPlaneView view;
    private final List<Configured<EnvoyFilter>> filters;

    EnvoyPatches(ControlPlaneView view) {
        this.view = view;
        this.filters = view.configuration(EnvoyFilter.class);
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        List<NotModelled> found = new ArrayList<>();
        for (Configured<EnvoyFilter> filter : filters) {
            if (selects(filter, call)) {
                firstPatch(filter.resource().spec().configPatches(), call)
                        .ifPresent(index -> found.add(new NotModelled(
                                new Origin(filter.resource().key(), "spec.configPatches[" + index + "]"),
                                "may change what the proxy does with this call")));
            }
        }
        return found;
    }

    private boolean selects(Configured<EnvoyFilter> filter, UnmodelledCall call) {
        EnvoyFilterSpec spec = filter.resource().spec();
        if (!call.isNear(filter.namespace(), view)) {
            return false;
        }
        if (!spec.targetRefs().isEmpty()) {
            return call.attachments(view).stream()
                    .anyMatch(each -> each.attaches(filter.namespace(), spec.targetRefs(), Optional.empty()));
        }
        return spec.workloadSelector()
                .map(WorkloadSelector::labels)
                .map(wanted -> call.proxy().labels().entrySet().containsAll(wanted.entrySet()))
                .orElse(true);
    }

    private static Optional<Integer> firstPatch(List<EnvoyConfigPatch> patches, UnmodelledCall call) {
        for (int i = 0; i < patches.size(); i++) {
            if (touches(patches.get(i), call)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static boolean touches(EnvoyConfigPatch patch, UnmodelledCall call) {
        EnvoyConfigMatch match = patch.match().orElse(EnvoyConfigMatch.empty());
        if (!isOf(match.context().orElse(EnvoyPatchContext.ANY), call)) {
            return false;
        }
        return switch (patch.applyTo().orElse(EnvoyApplyTo.INVALID)) {
            case INVALID -> false;
            case BOOTSTRAP, EXTENSION_CONFIG -> true;
            case LISTENER, LISTENER_FILTER, FILTER_CHAIN, NETWORK_FILTER -> isOn(match.listener(), call);
            case HTTP_FILTER -> call.isHttp() && isOn(match.listener(), call);
            case CLUSTER -> isOneOf(match.cluster(), call);
            case ROUTE_CONFIGURATION -> call.isHttp() && isIn(match.routeConfiguration(), call);
            case VIRTUAL_HOST, HTTP_ROUTE -> {
                boolean adds = patch.applyTo().equals(Optional.of(EnvoyApplyTo.VIRTUAL_HOST))
                        && patch.patch().flatMap(EnvoyPatch::operation).equals(Optional.of(EnvoyPatchOperation.ADD));
                yield call.isHttp()
                        && isIn(match.routeConfiguration(), call)
                        && (adds || isHost(match.routeConfiguration(), call));
            }
        };
    }

    private static boolean isOf(EnvoyPatchContext context, UnmodelledCall call) {
        ProxyLeg leg = call.leg();
        return switch (context) {
            case ANY -> true;
            case SIDECAR_INBOUND -> leg == ProxyLeg.INBOUND && !call.isAtWaypoint();
            case SIDECAR_OUTBOUND -> leg == ProxyLeg.OUTBOUND;
            case GATEWAY -> leg == ProxyLeg.GATEWAY;
            case WAYPOINT -> call.isAtWaypoint();
        };
    }

    private static boolean isOn(Optional<EnvoyListenerMatch> match, UnmodelledCall call) {
        if (match.isEmpty()) {
            return true;
        }
        EnvoyListenerMatch listener = match.get();
        boolean otherPort = listener.portNumber().orElse(call.port()) != call.port();
        boolean otherName = listener.name().isPresent()
                && call.answer().listener().isPresent()
                && !listener.name().equals(call.answer().listener());
        return !otherPort && !otherName;
    }

    private static boolean isOneOf(Optional<EnvoyClusterMatch> match, UnmodelledCall call) {
        return match.map(cluster -> call.answer().clusters().stream()
                        .anyMatch(chosen -> cluster.name().orElse(chosen.name()).equals(chosen.name())
                                && isThat(cluster, SubsetKey.parse(chosen.name()))))
                .orElse(true);
    }

    private static boolean isThat(EnvoyClusterMatch match, SubsetKey key) {
        return match.portNumber().orElse(key.port()) == key.port()
                && match.service().orElse(key.host()).equals(key.host())
                && match.subset().orElse(key.subset()).equals(key.subset());
    }

    private static boolean isIn(Optional<EnvoyRouteConfigurationMatch> match, UnmodelledCall call) {
        return match.flatMap(EnvoyRouteConfigurationMatch::name)
                .map(name -> call.answer().routeConfiguration().equals(Optional.of(name)))
                .orElse(true);
    }

    private static boolean isHost(Optional<EnvoyRouteConfigurationMatch> match, UnmodelledCall call) {
        return match.flatMap(EnvoyRouteConfigurationMatch::vhost)
                .flatMap(EnvoyVirtualHostMatch::name)
                .map(name -> call.answer().virtualHost().equals(Optional.of(name)))
                .orElse(true);
    }
}
