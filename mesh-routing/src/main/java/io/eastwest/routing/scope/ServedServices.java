package io.eastwest.routing.scope;

import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import io.eastwest.routing.view.ServiceTarget;
import java.util.List;

/**
 * Which services a proxy serves itself.
 *
 * @param view what its control plane knows
 */
record ServedServices(ControlPlaneView view) implements ProxyQuestion<List<ServiceTarget>> {
    @Override
    public List<ServiceTarget> of(MeshProxy proxy) {
        return view.serviceTargets(proxy);
    }
}
