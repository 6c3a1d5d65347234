/** Answers: what does one control plane know? Its configuration, its MeshConfig, and the services, endpoints, proxies and network gateways of all clusters that it discovers. */
@NullMarked
package io.eastwest.routing.view;

import org.jspecify.annotations.NullMarked;
