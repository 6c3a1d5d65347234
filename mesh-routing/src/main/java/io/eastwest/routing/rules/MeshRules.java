package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;

/**
 * The VirtualServices and Gateways that users wrote, as istiod works with them, in the order of creation time, name,
 * namespace.
 *
 * @param virtualServices VirtualServices with hosts; delegates are merged into those that name them
 * @param gateways Gateways
 */
public record MeshRules(List<MeshVirtualService> virtualServices, List<MeshGateway> gateways) {
    /**
     * Copies the lists.
     *
     * @param virtualServices VirtualServices with hosts; delegates are merged into those that name them
     * @param gateways Gateways
     */
    public MeshRules {
        virtualServices = List.copyOf(virtualServices);
        gateways = List.copyOf(gateways);
    }

    /**
     * Reads the rules of a control plane.
     *
     * @param view what it knows
     * @return its rules
     */
    public static MeshRules of(ControlPlaneView view) {
        return new MeshRules(virtualServices(view), gateways(view));
    }

    private static List<MeshVirtualService> virtualServices(ControlPlaneView view) {
        NameResolution names = new NameResolution(view.domainSuffix());
        Delegates delegates = new Delegates(view.meshConfig().defaultVirtualServiceExportTo());
        List<MeshVirtualService> roots = new ArrayList<>();
        for (Configured<VirtualService> each : view.configuration(VirtualService.class)) {
            MeshVirtualService resolved = names.resolve(each);
            if (resolved.hosts().isEmpty()) {
                delegates.add(resolved);
            } else {
                roots.add(resolved);
            }
        }
        return roots.stream().map(delegates::merge).toList();
    }

    private static List<MeshGateway> gateways(ControlPlaneView view) {
        return view.configuration(IstioGateway.class).stream()
                .map(MeshRules::gateway)
                .toList();
    }

    private static MeshGateway gateway(Configured<IstioGateway> gateway) {
        MeshGatewayBuilder builder = MeshGateway.builder()
                .resource(gateway.resource().key())
                .namespace(gateway.namespace())
                .name(gateway.name())
                .creationTime(gateway.creationTime())
                .selector(gateway.resource().spec().selector());
        int index = 0;
        for (var server : gateway.resource().spec().servers()) {
            builder.addServer(
                    new GatewayServer(server, new Origin(gateway.resource().key(), "spec.servers[" + index++ + "]")));
        }
        return builder.build();
    }
}
