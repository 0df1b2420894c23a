package dev.kontor.aftersales.page;

import dev.kontor.aftersales.improvement.Improvement;
import dev.kontor.aftersales.improvement.ImprovementTable;
import dev.kontor.aftersales.improvement.Improvements;
import dev.kontor.aftersales.visit.Visit;
import dev.kontor.aftersales.visit.VisitTable;
import dev.kontor.aftersales.visit.Visits;
import dev.kontor.api.customer.CustomerId;
import dev.kontor.api.desk.OrderView;
import dev.kontor.api.page.Block;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What follows from an order's delivery: visits, and what is done better. */
@Component(service = FollowUp.class)
public final class FollowUp {

    private final Visits visits;
    private final Improvements improvements;

    @Activate
    public FollowUp(@Reference Visits visits, @Reference Improvements improvements) {
        this.visits = visits;
        this.improvements = improvements;
    }

    /** Of the visits those that are over; where there are more than so many, the way to the rest. */
    List<Block> of(CustomerId customer, LocalDate today, int most) {
        List<Block> blocks = new ArrayList<>();
        List<Visit> over = visits.ofCustomer(customer.value(), most + 1);
        if (!over.isEmpty()) {
            String more = over.size() > most ? "aftersales/visits?state=held&customer=" + customer : "";
            blocks.add(VisitTable.of(over.subList(0, Math.min(most, over.size())), today, more));
        }
        List<Improvement> better = improvements.ofCustomer(customer.value(), most + 1);
        if (!better.isEmpty()) {
            String more = better.size() > most ? "aftersales/improvements?state=all&customer=" + customer : "";
            blocks.add(ImprovementTable.of(better.subList(0, Math.min(most, better.size())), today, more));
        }
        return blocks;
    }

    List<Block> of(OrderView file) {
        List<Block> blocks = new ArrayList<>();
        List<Visit> all = visits.of(file.number());
        if (!all.isEmpty()) {
            blocks.add(VisitTable.of(all, file.today(), ""));
        }
        List<Improvement> better = improvements.of(file.number());
        if (!better.isEmpty()) {
            blocks.add(ImprovementTable.of(better, file.today(), ""));
        }
        return blocks;
    }
}
