package dev.kontor.rest;

import dev.kontor.api.desk.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;

/**
 * Problems met before a resource is reached: no such path, no such method. Resources come one by one while the platform
 * starts, so which paths there are is known only when it is ready.
 */
@Component(service = ExceptionMapper.class)
@JakartarsExtension
public class UnexpectedProblem implements ExceptionMapper<Throwable> {

    private final Office office;
    private final Problems problems;

    @Context
    HttpServletRequest request;

    @Activate
    public UnexpectedProblem(@Reference Office office, @Reference Problems problems) {
        this.office = office;
        this.problems = problems;
    }

    @Override
    public Response toResponse(Throwable failure) {
        Throwable told = failure instanceof NotFoundException ? notReady().orElse(failure) : failure;
        return problems.of(told, Optional.ofNullable(request).flatMap(Language::asked).orElse(Locale.ENGLISH));
    }

    private Optional<Throwable> notReady() {
        try {
            office.mustBeReady();
            return Optional.empty();
        } catch (Refused unavailable) {
            return Optional.of(unavailable);
        }
    }
}
