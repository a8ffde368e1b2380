package com.keeptrusts.gateway.cli;

import com.keeptrusts.gateway.config.PolicyCasesReader;
import java.util.function.Supplier;

/**
 * What the commands need of the rest of the gateway; each is built only by the command it is for.
 */
record Parts(
    Supplier<GatewayRunner> gatewayRunner,
    Supplier<QuickstartRunner> quickstartRunner,
    Supplier<Linter> linter,
    Supplier<PolicyCasesReader> policyCases,
    Supplier<DoctorProbe> doctorProbe) {}
